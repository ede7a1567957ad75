// What of the centre awaits a viewer, each with where it is done.
import type { Viewer } from "../app/session/viewer.js";
import { agreementRoles, holdsAny } from "../app/session/viewer.js";
import type {
  AwaitsQuery,
  AwaitsQueryVariables,
  CentreTopic,
} from "../graphql/generated/graphql.js";

export const kindsOfWaiting = [
  "note",
  "decide",
  "question",
  "place",
  "suggestion",
  "next",
  "absent",
  "plan",
  "leftBehind",
  "leftSuggestion",
  "breach",
  "request",
  "danger",
  "chain",
  "refused",
  "refusedMany",
  "data",
  "sign",
  "agree",
  "propose",
  "confirm",
  "answer",
  "correct",
  "close",
  "judge",
  "approve",
  "comment",
  "resolve",
  "report",
  "lend",
] as const;

export type Kind = (typeof kindsOfWaiting)[number];

/** Where several of a kind stand together. */
export const listOf: Record<Kind, string> = {
  note: "/sprawy",
  decide: "/skierowania?stan=zdecyduj",
  question: "/skierowania?stan=odpowiedz",
  place: "/skierowania?stan=potwierdz",
  suggestion: "/skierowania?stan=propozycje",
  next: "/skierowania?stan=dalej",
  absent: "/skierowania?stan=sprawdz",
  plan: "/skierowania?stan=sprawdz",
  leftBehind: "/skierowania-bez-koordynatora",
  leftSuggestion: "/skierowania-bez-koordynatora",
  breach: "/ochrona-danych",
  request: "/ochrona-danych",
  danger: "/dziennik?co=w-zagrozeniu",
  chain: "/dziennik",
  refused: "/dziennik?wynik=bez-dostepu",
  refusedMany: "/dziennik?wynik=bez-dostepu",
  data: "/umowy",
  sign: "/umowy",
  agree: "/umowy",
  propose: "/umowy",
  confirm: "/umowy",
  answer: "/umowy",
  close: "/umowy",
  correct: "/standardy",
  judge: "/standardy",
  approve: "/standardy",
  comment: "/standardy",
  resolve: "/programy",
  report: "/programy",
  lend: "/zasoby",
};

export interface Waiting {
  kind: Kind;
  id: string;
  name: string;
  to: string;
}

type Centre = NonNullable<AwaitsQuery["centre"]>;

/** A change of these may change what waits. */
export const topicsOfWaiting = [
  "AGREEMENT",
  "ACCOUNTS",
  "STANDARD",
  "PROGRAMME",
  "RESOURCE",
] as const satisfies readonly CentreTopic[];

/** What is asked for a viewer and nothing beside; whoever is of the centre asks about all of it. */
export function awaitsOf(viewer: Viewer): AwaitsQueryVariables {
  const { partner, centre } = viewer;
  return {
    centreId: centre.id,
    partnerId: partner.isHub ? null : partner.id,
    movesAgreements: holdsAny(viewer, agreementRoles),
    decidesOnProgrammes: holdsAny(viewer, ["OUS", "DIRECTOR", "AUTHORITY"]),
    keepsAccounts: holdsAny(viewer, ["OUS", "PARTNER_ADMIN"]),
    lends: holdsAny(viewer, ["OUS", "PARTNER_EDITOR", "PARTNER_ADMIN"]),
  };
}

export function waitingOf(centre: Centre, viewer: Viewer): Waiting[] {
  return [
    ...agreements(centre),
    ...openings(centre, viewer),
    ...sheets(centre),
    ...shortfalls(centre),
    ...actions(centre),
    ...standards(centre, viewer),
    ...programmes(centre),
    ...loans(centre, viewer),
  ];
}

function agreements({ moving }: Centre): Waiting[] {
  const moves = [
    ["SIGN", "sign"],
    ["AGREE", "agree"],
    ["PROPOSE", "propose"],
  ] as const;
  return (moving?.nodes ?? []).flatMap(({ id, number, title, viewerCan }) => {
    const [, kind] = moves.find(([move]) => viewerCan.includes(move)) ?? [];
    const name = `${number} · ${title}`;
    return kind ? [{ kind, id, name, to: `/umowy/${id}` }] : [];
  });
}

/** Terms by which personal data would travel, for who watches over them before all have signed. */
function openings({ moving }: Centre, viewer: Viewer): Waiting[] {
  if (!holdsAny(viewer, ["IOD"])) return [];
  return (moving?.nodes ?? [])
    .filter(
      ({ status, dataRole }) =>
        ["IN_NEGOTIATION", "AGREED"].includes(status) &&
        dataRole !== "NO_PERSONAL_DATA",
    )
    .map(({ id, number, title }) => ({
      kind: "data",
      id,
      name: `${number} · ${title}`,
      to: `/umowy/${id}`,
    }));
}

/** Those that wait for the viewer's own side. */
function sheets({ settled }: Centre): Waiting[] {
  return (settled?.nodes ?? []).flatMap((agreement) =>
    agreement.orders.flatMap(({ partner, sheets: ofOrder }) =>
      ofOrder
        .filter(({ viewerCanConfirmSettlement }) => viewerCanConfirmSettlement)
        .map(({ id }) => ({
          kind: "confirm",
          id,
          name: `${agreement.number} · ${partner?.shortName ?? ""}`,
          to: `/umowy/${agreement.id}/rozliczenie`,
        })),
    ),
  );
}

/** Who has to act answers; what was answered, and what the centre has to act on, waits for the organiser. */
function shortfalls({ openShortfalls = [] }: Centre): Waiting[] {
  return openShortfalls.flatMap(({ id, state, owner, order, ...one }) => {
    const isAsked = state === "OPEN" && owner === "PARTNER";
    const kind: Kind = isAsked ? "answer" : "close";
    const isHers = isAsked
      ? one.viewerCanAnswerShortfall
      : one.viewerCanCloseShortfall;
    const name = [order?.agreement?.number, one.serviceName]
      .filter(Boolean)
      .join(" · ");
    const to = `/umowy/${order?.agreement?.id ?? ""}`;
    return isHers ? [{ kind, id, name, to }] : [];
  });
}

function actions({ openActions }: Centre): Waiting[] {
  return openActions.flatMap(({ id, actionState, actionOwner, ...one }) => {
    const isAsked = actionState === "OPEN" && actionOwner === "PARTNER";
    const kind: Kind = isAsked ? "correct" : "judge";
    const isHers = isAsked
      ? one.viewerCanAnswerAction
      : one.viewerCanJudgeAction;
    const name = one.service?.name ?? "";
    return isHers ? [{ kind, id, name, to: "/standardy" }] : [];
  });
}

function standards(centre: Centre, viewer: Viewer): Waiting[] {
  const writes = holdsAny(viewer, ["OUS"]);
  return centre.standards
    .filter(({ status }) => status === "CONSULTED")
    .flatMap(({ id, name, viewerCanApprove, viewerCanComment }) =>
      viewerCanApprove || (viewerCanComment && !writes)
        ? [
            {
              kind: viewerCanApprove ? "approve" : "comment",
              id,
              name,
              to: `/standardy/${id}`,
            },
          ]
        : [],
    );
}

/** Who writes them, and who decides on them. */
function programmes({ programmes: all = [] }: Centre): Waiting[] {
  return all.flatMap(({ id, name, status, missing }) => {
    const isWritten = status === "DRAFT" && missing.length === 0;
    if (!isWritten && status !== "ENDED") return [];
    const kind: Kind = isWritten ? "resolve" : "report";
    return [{ kind, id, name, to: `/programy/${id}` }];
  });
}

function loans({ loanRequests = [] }: Centre, { partner }: Viewer): Waiting[] {
  return loanRequests
    .filter(
      ({ state, viewerCanAnswer, resource }) =>
        state === "ASKED" &&
        viewerCanAnswer &&
        resource.partner.id === partner.id,
    )
    .map(({ id, resource }) => ({
      kind: "lend",
      id,
      name: resource.name,
      to: "/zasoby",
    }));
}
