// What is typed into the form of an agreement: kept while the tab is open and the same person works in it, and nowhere else.
import { useEffect, useState } from "react";

import { useViewer } from "../app/session/viewer.js";
import { calendarDay } from "../design/period.js";
import type { AgreementKind } from "../graphql/generated/graphql.js";
import type { Agreement } from "./AgreementPage.js";
import { kinds, priorities } from "./choices.js";
import { keptBy } from "./present-parties.js";
import type { TaskLine } from "./TasksField.js";
import { usual } from "./usual.js";

interface Draft {
  /** By the field; the others say what the agreement says, or what is usual. */
  typed: Readonly<Record<string, string>>;
  partnerIds: ReadonlySet<string>;
  services: ReadonlyMap<string, number>;
  tasks: readonly TaskLine[];
  /** The same when it is sent again after an answer that never came. */
  requestKey: string;
}

let kept: { of: string; drafts: Map<string, Draft> } | null = null;

/** Of somebody else nothing is left. */
function draftsOf(membershipId: string): Map<string, Draft> {
  if (kept?.of !== membershipId) kept = { of: membershipId, drafts: new Map() };
  return kept.drafts;
}

export type TermsDraft = ReturnType<typeof useTermsDraft>;

interface Given {
  agreement?: Agreement | undefined;
  partnerIds?: readonly string[];
}

/** @param about what is written: another one has a draft of its own */
export function useTermsDraft(about: string, given: Given) {
  const { membershipId } = useViewer();
  const drafts = draftsOf(membershipId);
  const [begun, setBegun] = useState(() => drafts.get(about));
  const [draft, setDraft] = useState(() => begun ?? draftFrom(given));
  const isTyped = drafts.has(about);
  useEffect(() => {
    if (!isTyped) return undefined;
    // closing the tab asks first
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isTyped]);

  const kind =
    kinds.find((one) => one === draft.typed["kind"]) ??
    given.agreement?.kind ??
    "COOPERATION";
  const at = given.agreement ? fieldsOf(given.agreement) : usualOf(kind);
  const valueOf = (name: string) => draft.typed[name] ?? at[name] ?? "";
  function change(changed: Partial<Draft>) {
    const next = { ...draft, ...changed };
    drafts.set(about, next);
    setDraft(next);
  }
  const type = (name: string, text: string) =>
    change({ typed: { ...draft.typed, [name]: text } });
  return {
    ...draft,
    kind,
    change,
    valueOf,
    /** Was there when the page was opened. */
    isFoundAgain: begun !== undefined,
    /** The name of a field, what stands in it, and that it is typed into. */
    field: (name: string) => ({
      name,
      value: valueOf(name),
      onChange: ({ target }: { target: { value: string } }) =>
        type(name, target.value),
    }),
    box: (name: string) => ({
      name,
      checked: valueOf(name) === "on",
      onChange: ({ target }: { target: { checked: boolean } }) =>
        type(name, target.checked ? "on" : ""),
    }),
    forget() {
      drafts.delete(about);
      setBegun(undefined);
    },
    startAnew() {
      drafts.delete(about);
      setBegun(undefined);
      setDraft(draftFrom(given));
    },
  };
}

function draftFrom({ agreement, partnerIds = [] }: Given): Draft {
  const terms = agreement?.terms;
  const kept = terms && keptBy(terms, calendarDay(new Date()));
  return {
    requestKey: crypto.randomUUID(),
    typed: {},
    partnerIds: new Set(partnerIds),
    services: new Map(
      (kept?.services ?? []).flatMap(({ service, placesKept }) =>
        service ? [[service.id, placesKept] as const] : [],
      ),
    ),
    tasks: (kept?.tasks ?? []).map(({ task, part, partner }) => ({
      key: crypto.randomUUID(),
      task,
      part,
      partnerId: partner?.id ?? "",
    })),
  };
}

type Fields = Partial<Record<string, string>>;

function usualOf(kind: AgreementKind): Fields {
  return { ...usual[kind] };
}

const words = (said: string | number | null | undefined) => String(said ?? "");

function fieldsOf(agreement: Agreement): Fields {
  const { terms, finance } = agreement;
  const grosze = finance?.amountGrosze;
  return {
    kind: agreement.kind,
    title: agreement.title,
    validFrom: words(agreement.validFrom),
    validTo: words(agreement.validTo),
    dataRole: agreement.dataRole,
    purpose: words(terms?.purpose),
    noticeDays: words(terms?.noticeDays),
    renewMonths: words(terms?.renewMonths),
    dpaAgreementId: words(terms?.dpaAgreement?.id),
    allowsSensitive: terms?.allowsSensitive ? "on" : "",
    ...Object.fromEntries(
      priorities.flatMap((priority) => {
        const promised = terms?.promisedTimes.find(
          (one) => one.priority === priority,
        );
        return promised
          ? [
              [`time.${priority}`, words(promised.amount)],
              [`unit.${priority}`, promised.unit],
            ]
          : [];
      }),
    ),
    offerUpdateDutyDays: words(terms?.offerUpdateDutyDays),
    meetingsPerYear: words(terms?.meetingsPerYear),
    reporting: words(terms?.reporting),
    disputeClause: words(terms?.disputeClause),
    grantForm: words(terms?.grantForm),
    financeMode: words(finance?.mode),
    amount:
      typeof grosze === "number"
        ? (grosze / 100).toFixed(2).replace(/\.00$/, "").replace(".", ",")
        : "",
    settlementRules: words(finance?.settlementRules),
    isPublic: agreement.isPublic ? "on" : "",
    programmeId: words(terms?.programme?.id),
    ...Object.fromEntries(
      (terms?.parties ?? []).flatMap(({ partner, contactPerson }) =>
        partner && contactPerson
          ? [[`contact.${partner.id}`, contactPerson.id]]
          : [],
      ),
    ),
  };
}
