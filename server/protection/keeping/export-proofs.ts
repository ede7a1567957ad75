// The proofs leave as a table, which is kept apart from the backups: after a restore it says what has to be erased again.
import {
  createUnionType,
  Field,
  InputType,
  Int,
  ObjectType,
} from "type-graphql";

import type { Work } from "../../events/index.js";
import { authorize } from "../../identity/index.js";
import { csvOf } from "../../platform/csv.js";
import { readCursor, writeCursor } from "../../platform/graphql/list-cursor.js";
import { InvalidInput } from "../../platform/graphql/problem.js";
import { protectionPolicy } from "../protection.policy.js";

@InputType({ description: "Which page of the proofs leaves as a table." })
export class ExportProofsInput {
  @Field(() => String, {
    nullable: true,
    description: "The `endCursor` of the page before.",
  })
  after?: string | null;
}

@ObjectType({ description: "A page of the proofs as CSV, the oldest first." })
export class ProofsExport {
  @Field(() => String, {
    description:
      "UTF-8, separated by commas, with a line of names on the first page; `npm run restore` reads it.",
  })
  csv!: string;

  @Field(() => Int, { description: "How many lines are in it." })
  lines!: number;

  @Field(() => String, {
    nullable: true,
    description: "Give it as `after` to go on; null where this was the last.",
  })
  endCursor!: string | null;
}

export const ExportProofsPayload = createUnionType({
  name: "ExportProofsPayload",
  description: "Outcome of taking the proofs along.",
  types: () => [ProofsExport, InvalidInput] as const,
});

const PAGE = 1_000;

const COLUMNS = [
  "at",
  "rule",
  "by",
  "done",
  "subject",
  "before",
  "after",
  "centre",
  "case",
  "run",
];

interface ProofRow {
  moment: string;
  id: string;
  nth: number;
  rule: string;
  by_name: string | null;
  done: number;
  subject: string | null;
  before: number | null;
  after: number | null;
  case_id: string | null;
}

export async function exportProofs(
  work: Work,
  input: ExportProofsInput,
): Promise<typeof ExportProofsPayload> {
  const touch = {
    action: "EXPORT",
    noun: "ProtectionRun",
    subjectId: null,
    fields: [],
    change: "ProofsExported",
  } as const;
  work.means(touch);
  authorize(work, protectionPolicy.export, { centreId: work.centreId });
  const after = input.after
    ? readCursor(input.after, ["instant", "uuid", "position"])
    : null;
  const found = await work.rows<ProofRow>(
    `select to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as moment, r.id, coalesce(m.nth, 0) as nth, r.rule, r.by_name, r.done, m.subject, m.before, m.after,
       m.case_id
     from protection_run r left join protection_mark m on m.centre_id = r.centre_id and m.run_id = r.id
     where r.centre_id = $1 and r.done > 0
       and ($2::text is null or (r.at, r.id, coalesce(m.nth, 0)) > ($2::timestamptz, $3::uuid, $4::bigint))
     order by r.at, r.id, m.nth limit $5`,
    [
      work.centreId,
      after?.[0] ?? null,
      after?.[1] ?? null,
      after?.[2] ?? null,
      PAGE + 1,
    ],
  );
  const lines = found.slice(0, PAGE);
  const last = lines.at(-1);
  work.touch(touch);
  return Object.assign(new ProofsExport(), {
    csv: csvOf([
      ...(after ? [] : [COLUMNS]),
      ...lines.map((line) => cellsOf(work.centreId, line)),
    ]),
    lines: lines.length,
    endCursor:
      last && found.length > PAGE
        ? writeCursor([last.moment, last.id, String(last.nth)])
        : null,
  });
}

function cellsOf(centreId: string, line: ProofRow): string[] {
  const number = (value: number | null) =>
    value === null ? "" : String(value);
  return [
    line.moment,
    line.rule,
    line.by_name ?? "Splot",
    String(line.done),
    line.subject ?? "",
    number(line.before),
    number(line.after),
    centreId,
    line.case_id ?? "",
    line.id,
  ];
}
