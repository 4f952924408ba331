/**
 * A proxy that stands for all other hosts, and answers each with a page that holds nothing: a walk is the same whether the machine has a
 * network or not, and no frame fails to load, which drivers take for a fault of the page around it.
 */
import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { type AddressInfo, connect, type Server, type Socket } from "node:net";
import { selfSigned } from "../support/certificate.ts";

export interface OtherHosts {
  /** Where the proxy listens, for the settings of a browser, which must accept its certificate. */
  port: number;
  close(): void;
}

export async function startOtherHosts(): Promise<OtherHosts> {
  const secure = createSecureServer(selfSigned(), (_, response) => response.end(PAGE));
  const proxy = createServer((_, response) => response.setHeader("content-type", "text/html").end(PAGE));
  const open = new Set<Socket>();
  for (const server of [secure, proxy])
    server.on("connection", (socket: Socket) => {
      open.add(socket);
      socket.on("error", () => socket.destroy()).on("close", () => open.delete(socket));
    });
  proxy.on("connect", (_, socket) => {
    const behind = connect(portOf(secure), "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      behind.pipe(socket).pipe(behind);
    });
    behind.on("error", () => socket.destroy());
  });
  await Promise.all([secure, proxy].map((server) => new Promise<void>((done) => server.listen(0, "127.0.0.1", done))));
  return {
    port: portOf(proxy),
    close() {
      for (const server of [secure, proxy]) server.close();
      for (const socket of open) socket.destroy();
    },
  };
}

const PAGE = "<!doctype html><title>Another host</title>";
const portOf = (server: Server) => (server.address() as AddressInfo).port;
