// What stands in the access log of a test's centre, as the data protection officer reads it.
import type { Answer } from "../support/api.js";
import type { Person } from "../support/people.js";

export interface Entry {
  position: number;
  by: string;
  accountId: string | null;
  roles: string[];
  partner: { id: string } | null;
  action: string;
  noun: string;
  number: string | null;
  pseudonym: string | null;
  fields: string[];
  change: string | null;
  purpose: string | null;
  outcome: string;
  door: string;
  requestId: string | null;
}

interface Log {
  centre: {
    accessLog: {
      nodes: Entry[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  };
}

const LOG = `query ($id: ID!, $filter: AccessLogFilter, $first: Int, $after: String) { centre(id: $id) {
  accessLog(filter: $filter, first: $first, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes { position by accountId roles partner { id } action noun number pseudonym fields change purpose outcome
      door requestId } } } }`;

export function askLog(
  reader: Person,
  centreId: string,
  asked: {
    filter?: Record<string, unknown>;
    first?: number;
    after?: string | null;
  } = {},
): Promise<Answer<Log>> {
  return reader.ask<Log>(LOG, { id: centreId, first: 100, ...asked });
}

/** The lines that fit, the oldest first. */
export async function linesOf(
  reader: Person,
  centreId: string,
  filter: Record<string, unknown> = {},
): Promise<Entry[]> {
  const { data, errors } = await askLog(reader, centreId, { filter });
  if (!data) throw new Error(errors?.[0]?.message);
  return data.centre.accessLog.nodes.toReversed();
}

/** Each line in a few words. */
export const told = (lines: Entry[]) =>
  lines.map(({ action, change, fields, outcome }) =>
    [action, change, fields.join(" "), outcome].filter(Boolean).join(" "),
  );
