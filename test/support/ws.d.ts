/** The types of the WebSocket client, which ships without types: the slice that tests use. */
declare module "ws" {
  export default class WebSocket {
    constructor(address: string);
    on(event: "open" | "close", told: () => void): void;
    on(event: "error", told: (error: Error) => void): void;
    on(event: "message", told: (data: Buffer) => void): void;
    send(text: string): void;
    close(): void;
  }
}
