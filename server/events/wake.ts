// How processes wake each other: NOTIFY says that a log has grown or rights have changed, and is never more than a hint.
import pg from "pg";

import type { Logger } from "../platform/logging.js";

export interface WakeParts {
  /** The application's role; LISTEN needs a connection of its own, past any pooler. */
  connection: pg.ClientConfig;
  onLogGrown: (centreId: string) => void;
  onRightsChanged: (accountId: string) => void;
  /** The line was down, and hints were lost. */
  onReconnected: () => void;
  logger: Pick<Logger, "warn">;
}

export interface Wake {
  /** After the commit, never inside it. */
  notifyAfterCommit: (centreId: string, position: number) => void;
  notifyRights: (accountId: string) => void;
  stop: () => Promise<void>;
}

const longestWaitMs = 2_000;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Answers once it listens, or once the first try has failed: it goes on trying by itself. */
export async function startWake(parts: WakeParts): Promise<Wake> {
  const heads = new Map<string, number>();
  const accounts = new Set<string>();
  let line: pg.Client | null = null;
  let isTelling = false;
  let isStopped = false;
  let tries = 0;
  let retry: NodeJS.Timeout | undefined;

  function heard({ channel, payload = "" }: pg.Notification): void {
    const [id = ""] = payload.split(":");
    // anybody with a login may NOTIFY
    if (!uuid.test(id)) return;
    if (channel === "splot_log") parts.onLogGrown(id);
    else parts.onRightsChanged(id);
  }

  function lost(client: pg.Client, error?: Error): void {
    if (client !== line && line !== null) return;
    line = null;
    client.removeAllListeners();
    // a dying connection may fail once more
    client.on("error", () => undefined);
    client.end().catch(() => undefined);
    if (isStopped || retry) return;
    if (error) parts.logger.warn({ reason: error.message }, "wake line lost");
    retry = setTimeout(
      () => {
        retry = undefined;
        void connect();
      },
      Math.min(longestWaitMs, 100 * 2 ** tries++),
    );
  }

  async function connect(): Promise<void> {
    const client = new pg.Client({
      ...parts.connection,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    });
    client.on("error", (error) => lost(client, error));
    client.on("end", () => lost(client));
    client.on("notification", heard);
    try {
      await client.connect();
      await client.query("listen splot_log; listen splot_rights");
    } catch (error) {
      lost(client, error instanceof Error ? error : undefined);
      return;
    }
    if (isStopped) {
      await client.end();
      return;
    }
    line = client;
    if (tries > 0) parts.onReconnected();
    tries = 0;
    void tell();
  }

  /** While one NOTIFY is under way the commits behind it gather for the next. */
  async function tell(): Promise<void> {
    if (isTelling) return;
    isTelling = true;
    try {
      while (line && heads.size + accounts.size > 0) {
        const grown = [...heads].map((head) => head.join(":"));
        const changed = [...accounts];
        heads.clear();
        accounts.clear();
        await line.query(
          `select pg_notify('splot_log', hint) from unnest($1::text[]) hint
           union all select pg_notify('splot_rights', hint) from unnest($2::text[]) hint`,
          [grown, changed],
        );
      }
    } catch (error) {
      // the others' slow poll finds what this hint would have told
      parts.logger.warn(
        { reason: error instanceof Error ? error.message : "unknown" },
        "wake-up not sent",
      );
    } finally {
      isTelling = false;
    }
  }

  await connect();
  return {
    notifyAfterCommit(centreId, position) {
      heads.set(centreId, Math.max(position, heads.get(centreId) ?? 0));
      void tell();
    },
    notifyRights(accountId) {
      accounts.add(accountId);
      void tell();
    },
    async stop() {
      isStopped = true;
      clearTimeout(retry);
      const open = line;
      line = null;
      await open?.end();
    },
  };
}
