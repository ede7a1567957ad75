// A socket as the wire shows it: every frame and the reason of its close, kept as text.
import { once } from "node:events";

import { WebSocket } from "ws";

export interface Line {
  /** Asks, and answers every frame up to the end of the operation, or to the first that `ends` it. */
  ask(
    query: string,
    variables: Record<string, unknown>,
    ends?: (frame: string) => boolean,
  ): Promise<string>;
  close(): Promise<void>;
}

/** Operations of one line are asked one after another. */
export async function openLine(
  url: string,
  token: string | null,
): Promise<Line> {
  const socket = new WebSocket(url, "graphql-transport-ws");
  let heard: (text: string, isOver: boolean) => void = () => undefined;
  socket.on("message", (data: Buffer) => {
    const text = data.toString();
    heard(text, /^\{"(id":"[^"]*",")?type":"(complete|error)"/.test(text));
  });
  socket.on("close", (code, reason) =>
    heard(`${String(code)} ${reason.toString()}`, true),
  );
  await once(socket, "open");
  const payload = token ? { authorization: `Bearer ${token}` } : {};
  const said = (message: unknown) => socket.send(JSON.stringify(message));
  await new Promise<void>((resolve) => {
    heard = () => resolve();
    said({ type: "connection_init", payload });
  });
  let next = 0;
  return {
    ask(query, variables, ends = () => false) {
      const id = String((next += 1));
      return new Promise((resolve) => {
        let frames = "";
        heard = (text, isOver) => {
          frames += `${text}\n`;
          if (!isOver && !ends(text)) return;
          if (!isOver) said({ id, type: "complete" });
          resolve(frames);
        };
        said({ id, type: "subscribe", payload: { query, variables } });
      });
    },
    async close() {
      const closed = once(socket, "close");
      socket.close();
      await closed;
    },
  };
}
