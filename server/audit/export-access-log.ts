// The data protection officer takes the log along as a table, page by page; taking it is a line of the log itself.
import {
  createUnionType,
  Field,
  InputType,
  Int,
  ObjectType,
} from "type-graphql";

import type { Work } from "../events/index.js";
import { authorize } from "../identity/index.js";
import { csvOf } from "../platform/csv.js";
import { readCursor, writeCursor } from "../platform/graphql/list-cursor.js";
import { InputCheck, InvalidInput } from "../platform/graphql/problem.js";
import { accessLogPolicy } from "./access-log.policy.js";
import type { AccessLine, Ask } from "./access-log.reads.js";
import { accessLines } from "./access-log.reads.js";
import { AccessLogFilter } from "./access-log-filter.js";

@InputType({ description: "Which lines leave as a table." })
export class ExportAccessLogInput {
  @Field(() => AccessLogFilter, {
    nullable: true,
    description: "Narrows the lines.",
  })
  filter?: AccessLogFilter | null;

  @Field(() => String, {
    nullable: true,
    description: "The `endCursor` of the page before.",
  })
  after?: string | null;
}

@ObjectType({ description: "A page of the log as CSV, the latest first." })
export class AccessLogExport {
  @Field(() => String, {
    description:
      "UTF-8, separated by commas, with a line of names on the first page.",
  })
  csv!: string;

  @Field(() => Int, { description: "How many lines of the log are in it." })
  lines!: number;

  @Field(() => String, {
    nullable: true,
    description: "Give it as `after` to go on; null where this was the last.",
  })
  endCursor!: string | null;
}

export const ExportAccessLogPayload = createUnionType({
  name: "ExportAccessLogPayload",
  description: "Outcome of taking the log along.",
  types: () => [AccessLogExport, InvalidInput] as const,
});

const PAGE = 1_000;

const COLUMNS = [
  "position",
  "at",
  "account",
  "roles",
  "organisation",
  "action",
  "noun",
  "number",
  "pseudonym",
  "fields",
  "change",
  "purpose",
  "outcome",
  "door",
  "request",
  "hash",
];

export async function exportAccessLog(
  work: Work,
  input: ExportAccessLogInput,
): Promise<typeof ExportAccessLogPayload> {
  const filter = input.filter ?? null;
  const touch = {
    action: "EXPORT",
    noun: "AccessLog",
    subjectId: null,
    fields: Object.entries(filter ?? {}).flatMap(([name, value]) =>
      value ? [name] : [],
    ),
    change: "AccessLogExported",
  } as const;
  work.means(touch);
  authorize(work, accessLogPolicy.export, { centreId: work.centreId });
  const problem = new InputCheck(work.say).that(
    !filter?.from || !filter.to || filter.from <= filter.to,
    "filter.to",
    {
      pl: "Koniec okresu jest przed jego początkiem.",
      en: "The period ends before it begins.",
    },
  ).problem;
  if (problem) return problem;
  const after = input.after ? readCursor(input.after, ["position"]) : null;
  const ask: Ask = (sql, values) => work.rows(sql, values);
  const found = await accessLines(ask, work.actor, filter, {
    first: PAGE,
    after,
  });
  const lines = found.slice(0, PAGE);
  const names = await namesIn(work, lines);
  work.touch(touch);
  const last = lines.at(-1);
  return Object.assign(new AccessLogExport(), {
    csv: csvOf([
      ...(after ? [] : [COLUMNS]),
      ...lines.map((line) => cellsOf(line, names)),
    ]),
    lines: lines.length,
    endCursor:
      last && found.length > PAGE ? writeCursor([last.position]) : null,
  });
}

interface Names {
  partners: ReadonlyMap<string | null, string>;
  cases: ReadonlyMap<string | null, string>;
}

async function namesIn(
  work: Work,
  lines: readonly AccessLine[],
): Promise<Names> {
  const partners = await work.rows<{ id: string; short_name: string }>(
    `select id, short_name from partner where centre_id = $1 and id = any($2)`,
    [work.centreId, lines.map((line) => line.partner_id)],
  );
  const cases = await work.rows<{ case_id: string; pseudonym: string }>(
    `select * from cases_on_record($1, null)`,
    [lines.map((line) => line.case_id)],
  );
  return {
    partners: new Map(partners.map((one) => [one.id, one.short_name])),
    cases: new Map(cases.map((one) => [one.case_id, one.pseudonym])),
  };
}

function cellsOf(line: AccessLine, { partners, cases }: Names): string[] {
  return [
    line.position,
    line.at.toISOString(),
    line.actor_name ?? "Splot",
    line.roles.join(" "),
    partners.get(line.partner_id) ?? "",
    line.action,
    line.noun,
    line.subject_number ?? "",
    cases.get(line.case_id) ?? "",
    line.fields.join(" "),
    line.change ?? "",
    line.purpose ?? "",
    line.outcome,
    line.door,
    line.request_id ?? "",
    line.hash,
  ];
}
