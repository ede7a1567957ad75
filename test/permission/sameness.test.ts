// What is foreign is answered as what is absent: the same text, the same code, the same shape, the same statements.
import { randomUUID } from "node:crypto";

import { graph } from "../../server/graph.js";
import { toGlobalId } from "../../server/platform/graphql/global-id.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import type { Sockets } from "../support/following.js";
import { openSockets } from "../support/following.js";
import { insertPlanned } from "../support/programmes.js";
import { insertCheck, insertStandard } from "../support/standards.js";
import type { Statements } from "../support/statements.js";
import { listenTo } from "../support/statements.js";
import type { ActorName, Cast } from "./cast.js";
import { aCast } from "./cast.js";
import type { Question } from "./doors.js";
import { idsOf } from "./doors.js";
import { taken } from "./fields.table.js";
import { openLine } from "./line.js";
import { reads } from "./operations.table.js";
import { askedBy } from "./sameness.js";

let api: Api;
let sockets: Sockets;
let cast: Cast;
let statements: Statements;
/** Of the other centre, by noun: parts of nouns that only their ids lead to. */
let foreignParts: [string, string][];
const spent: { foreign: number[]; absent: number[] } = {
  foreign: [],
  absent: [],
};
beforeAll(async () => {
  api = await openApi();
  sockets = await openSockets(api);
  cast = await aCast(api);
  // quotas are of organisations that have a number
  await cast.centre.asSystem((work) =>
    work.rows(`update partner set regon = '990041593' where id = $1`, [
      cast.partner.id,
    ]),
  );
  foreignParts = await cast.elsewhere.centre.asSystem(async (work) => {
    const { programmeId, partner, service } = cast.elsewhere;
    const standardId = await insertStandard(work, { service });
    return [
      ["CentrePlace", cast.elsewhere.placeId],
      ["NeedReport", cast.elsewhere.needReportId],
      ["QualityStandard", standardId],
      [
        "PlanRow",
        await insertPlanned(work, programmeId, { partnerId: partner.id }),
      ],
      [
        "StandardCheck",
        await insertCheck(work, standardId, partner.id, service.id),
      ],
    ];
  });
  statements = listenTo(api);
});
afterAll(async () => {
  await sockets.close();
  await api.close();
});

/** Ids of a noun that this actor finds nothing behind. */
function foreignTo(actor: ActorName, noun: string): string[] {
  const { accountId } = cast.actors[actor].person ?? {};
  const others: [string, string, string][] =
    accountId === cast.colleague.accountId
      ? []
      : [
          [
            "ViewerMembership",
            "Case of colleague",
            toGlobalId("ViewerMembership", cast.colleague.assignmentId),
          ],
        ];
  const people: [string, string, string][] = [
    ["Invitation", "Partner invitations", cast.invitationId],
    ["Invitation", "Elsewhere inside", cast.elsewhere.invitationId],
    [
      "Assignee",
      "Partner assignees",
      toGlobalId("Assignee", cast.team.assignmentId),
    ],
    [
      "Assignee",
      "Elsewhere inside",
      toGlobalId("Assignee", cast.elsewhere.assignmentId),
    ],
  ];
  const memberships: [string, string, string][] = [
    ["NetworkMembership", "Elsewhere inside", cast.elsewhere.membershipId],
    ["ParticipationObstacle", "Partner obstacles", cast.obstacleId],
    ["ParticipationObstacle", "Elsewhere inside", cast.elsewhere.obstacleId],
    ["AgreementDocument", "Elsewhere inside", cast.elsewhere.documentId],
  ];
  const parts = foreignParts.map(([of, id]): [string, string, string] => [
    of,
    "Elsewhere inside",
    id,
  ]);
  return [...idsOf(cast), ...others, ...people, ...memberships, ...parts]
    .filter(([of]) => of === noun || noun === "Node")
    .filter(([, row]) => {
      const marks = reads.find(({ operation }) => operation === row)?.marks;
      return marks?.[actor] !== "y";
    })
    .map(([, , id]) => id);
}

function absentLike(id: string): string {
  const [noun = ""] = Buffer.from(id, "base64url").toString().split(":");
  return toGlobalId(noun, randomUUID());
}

/** Text, code and shape of an answer, and the statements that it took; the id itself left out. */
async function answerTo(
  actor: ActorName,
  { query, variables }: Question,
  id: string,
  times: number[],
): Promise<{ answer: string; statements: string[] }> {
  const token = cast.actors[actor].person?.token ?? null;
  statements.taken();
  const start = performance.now();
  const text = query.startsWith("subscription")
    ? await followed(token, query, variables)
    : JSON.stringify(await api.ask(token, query, variables));
  times.push(performance.now() - start);
  return {
    answer: text.replaceAll(id, "…"),
    // a feed of the log asks on its own account
    statements: query.startsWith("subscription") ? [] : statements.taken(),
  };
}

async function followed(
  token: string | null,
  query: string,
  variables: Record<string, unknown>,
): Promise<string> {
  const line = await openLine(sockets.url, token);
  try {
    return await line.ask(query, variables, (frame) =>
      frame.includes("CaughtUp"),
    );
  } finally {
    await line.close();
  }
}

it.each(taken.filter(({ is }) => /^[A-Z]/.test(is)))(
  "$by.$name",
  async (argument) => {
    const asked = await askedBy(await graph(), cast, argument);
    const answers = new Set<string>();
    let pairs = 0;
    for (const actor of asked.actors)
      for (const foreign of foreignTo(actor, argument.is)) {
        const absent = absentLike(foreign);
        const [ofForeign, ofAbsent] = [
          await answerTo(actor, asked.with(foreign), foreign, spent.foreign),
          await answerTo(actor, asked.with(absent), absent, spent.absent),
        ];
        expect([actor, ofForeign]).toEqual([actor, ofAbsent]);
        answers.add(ofForeign.answer);
        pairs += 1;
      }
    expect(pairs).toBeGreaterThan(0);
    // whoever may do it got as far as looking for it
    if (argument.by.endsWith("Input") || argument.by === "SeenService")
      expect([...answers].join()).toMatch(
        new RegExp(
          `"path":"[\\w.]*(${argument.name}|${asked.list ?? argument.name})"`,
        ),
      );
  },
);

it("took as long for both, as far as a clock can tell", () => {
  const median = (times: number[]) =>
    times.sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
  const [foreign, absent] = [median(spent.foreign), median(spent.absent)];
  console.log(
    `${String(spent.foreign.length)} pairs: foreign ${foreign.toFixed(2)} ms, absent ${absent.toFixed(2)} ms, median`,
  );
  expect(spent.foreign).toHaveLength(spent.absent.length);
});
