/** Firefox as the walks use it, over WebDriver BiDi. */
import { type FirefoxSession, startFirefoxSession } from "../support/firefox.ts";
import { environmentOfFonts } from "../support/fonts.ts";
import { startOtherHosts } from "./other-hosts.ts";
import { clickActions, type Engine, type EngineWindow, keyActions, middleOf, type Size, ZONE } from "./engine.ts";

/** Starts Firefox where the readers of the walks are. */
export async function startFirefox(): Promise<Engine> {
  const hosts = await startOtherHosts();
  const session = await startFirefoxSession({
    preferences: {
      "ui.prefersReducedMotion": 1,
      "network.proxy.type": 1,
      "network.proxy.http": "127.0.0.1",
      "network.proxy.http_port": hosts.port,
      "network.proxy.ssl": "127.0.0.1",
      "network.proxy.ssl_port": hosts.port,
    },
    environment: { ...environmentOfFonts(), TZ: ZONE },
    capabilities: { acceptInsecureCerts: true },
  });
  return {
    window: (size) => openWindow(session, size),
    async close() {
      await session.close();
      hosts.close();
    },
  };
}

async function openWindow(connection: FirefoxSession, size: Size): Promise<EngineWindow> {
  const { userContext } = await connection.send<{ userContext: string }>("browser.createUserContext", {});
  const { context } = await connection.send<{ context: string }>("browsingContext.create", { type: "tab", userContext });
  const resize = async (viewport: Size): Promise<void> => {
    await connection.send("browsingContext.setViewport", { context, viewport, devicePixelRatio: 1 });
  };
  await resize(size);
  const value = async <Value>(expression: string): Promise<Value> => {
    const said = await connection.send<{ type: string; result?: { value?: string }; exceptionDetails?: { text: string } }>(
      "script.evaluate",
      {
        // Undefined is null, as in JSON.
        expression: `(async () => JSON.stringify((await (${expression})) ?? null))()`,
        target: { context },
        awaitPromise: true,
      },
    );
    if (said.result?.value === undefined) throw new Error(`${said.exceptionDetails?.text ?? said.type} in ${expression}`);
    return JSON.parse(said.result.value) as Value;
  };
  const act = (source: Record<string, unknown>) => connection.send("input.performActions", { context, actions: [source] });
  return {
    value,
    resize,
    async open(url) {
      await connection.send("browsingContext.navigate", { context, url, wait: "interactive" });
    },
    async click(selector) {
      const place = await value<{ x: number; y: number }>(middleOf(selector));
      await act({ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions: clickActions(place) });
    },
    async press(...keys) {
      await act({ type: "key", id: "keyboard", actions: keyActions(keys) });
    },
    async close() {
      await connection.send("browser.removeUserContext", { userContext });
    },
  };
}
