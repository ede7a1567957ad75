// One question asked by a stranger at both doors: over HTTP and over the socket.
import { Talk } from "../platform/socket-talk.js";
import type { Doors } from "../support/doors.js";

export interface Reply {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

export interface Asked {
  /** HTTP's status; the socket has none. */
  status: number | null;
  reply: Reply;
  /** Every byte of the answer. */
  text: string;
}

export interface Stranger {
  overHttp(query: string, variables?: Variables): Promise<Asked>;
  overSocket(query: string, variables?: Variables): Promise<Asked>;
  /** The socket that all this is asked over, still open. */
  readonly talk: Talk;
}

type Variables = Record<string, unknown>;

/** @param token whose session it is; none: a stranger's */
export async function whoAsks(
  { post, socketUrl }: Doors,
  token?: string,
): Promise<Stranger> {
  const talk = await Talk.open({ url: socketUrl });
  talk.say({
    type: "connection_init",
    ...(token ? { payload: { authorization: `Bearer ${token}` } } : {}),
  });
  await talk.until(({ closed, heard }) => closed ?? heard[0]);
  let asked = 0;
  return {
    talk,
    async overHttp(query, variables) {
      const answer = await post({ query, variables }, {}, token);
      const text = await answer.text();
      return { status: answer.status, reply: replyOf(text), text };
    },
    async overSocket(query, variables) {
      const id = String(asked++);
      talk.ask(id, query, variables);
      await talk.until(({ closed }) => closed ?? talk.to(id)[0]);
      const [first] = talk.to(id);
      // a subscription would go on
      if (first?.type === "next") talk.say({ id, type: "complete" });
      const text = JSON.stringify(first ?? talk.closed);
      // errors before execution stand alone, what was executed in its result
      const payload = JSON.stringify(first?.payload ?? null);
      return {
        status: null,
        reply:
          first?.type === "error"
            ? replyOf(`{"errors":${payload}}`)
            : replyOf(payload),
        text,
      };
    },
  };
}

function replyOf(text: string): Reply {
  // the two doors answer what the standard says
  // oxlint-disable-next-line typescript/consistent-type-assertions
  return (JSON.parse(text) ?? {}) as Reply;
}

export const codesOf = ({ reply }: Asked): unknown[] =>
  (reply.errors ?? []).map(({ extensions }) => extensions?.code);
