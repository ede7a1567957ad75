// A centre whose access log has forty lines, in a database of its own that a superuser may harm.
import type pg from "pg";

import { aReferring, send } from "../referrals/referring.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { TestDatabase } from "../support/database.js";
import {
  adminUrlOf,
  connectTo,
  dropDatabase,
  freshDatabase,
} from "../support/database.js";
import type { TestCentre } from "../support/world.js";

export const LINES = 40;

interface Chain {
  position: number;
  intactTo: number;
  anchor: string;
  brokenAt: number | null;
  fault: string | null;
}

export interface Chained {
  database: TestDatabase;
  api: Api;
  admin: pg.Client;
  centre: TestCentre;
  chain(): Promise<Chain | null>;
  /** One more line. */
  writes(): Promise<void>;
  /** As a superuser would, and undone afterwards. */
  after<Found>(harm: string, look: () => Promise<Found>): Promise<Found>;
  close(): Promise<void>;
}

export async function aChained(): Promise<Chained> {
  const database = await freshDatabase();
  const api = await openApi(database);
  const admin = await connectTo(adminUrlOf(database.name));
  const { centre, kipus, service } = await aReferring(api, {
    service: { total: 900 },
  });
  const iod = await centre.aPerson("IOD");
  for (let sent = 0; sent < LINES; sent += 1) await send(kipus, service);
  return {
    database,
    api,
    admin,
    centre,
    async chain() {
      const { data } = await iod.ask<{
        centre: { accessLogChain: Chain | null };
      }>(
        `query ($id: ID!) { centre(id: $id) { accessLogChain { position intactTo anchor brokenAt fault } } }`,
        { id: centre.globalId },
      );
      return data?.centre.accessLogChain ?? null;
    },
    async writes() {
      await send(kipus, service);
    },
    async after(harm, look) {
      await admin.query(
        `create table was as select * from access_log; create table head_was as select * from access_log_head`,
      );
      await admin.query(harm);
      try {
        return await look();
      } finally {
        await admin.query(
          `truncate access_log, access_log_head; insert into access_log select * from was;
           insert into access_log_head select * from head_was; drop table was, head_was`,
        );
      }
    },
    async close() {
      await admin.end();
      await api.close();
      await dropDatabase(database);
    },
  };
}

/** Every line chained again, as only somebody could who knows how. */
export const CHAINED_ANEW = `do $$ declare l access_log; before bytea := ''; begin
    for l in select * from access_log order by position loop
      update access_log a set prev = before, hash = access_hash(l, before) where a.position = l.position
        returning hash into before;
    end loop;
    update access_log_head set hash = before, checked_position = null, checked_hash = null;
  end $$`;
