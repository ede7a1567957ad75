// The money of a version as people read it in its history: for whom the policy lets see it, and nothing for others.
import type { AcquisitionMode } from "../offer/index.js";
import type { Context } from "../platform/graphql/context.js";
import type { Words } from "../platform/graphql/words.js";
import type { AgreementFinance } from "./agreement-finance.js";
import { financeOfVersion, versionsOf } from "./agreement-parts.reads.js";
import type { AgreementVersion } from "./agreement-version.js";
import type { TermChange, TermLine } from "./term-words.js";

const MODES: Record<AcquisitionMode, Words> = {
  COOPERATION_ONLY: {
    pl: "sama współpraca, bez pieniędzy",
    en: "cooperation alone, no money",
  },
  GRANT_DELEGATION: { pl: "dotacja: powierzenie", en: "grant: delegation" },
  GRANT_SUPPORT: { pl: "dotacja: wsparcie", en: "grant: support" },
  SMALL_GRANT_19A: { pl: "mały grant", en: "small grant" },
  PUBLIC_PROCUREMENT: { pl: "zamówienie publiczne", en: "public procurement" },
  OWN_UNIT_PLAN: {
    pl: "plan jednostki gminy",
    en: "plan of a municipal unit",
  },
  COUNTY_AGREEMENT: {
    pl: "porozumienie z powiatem",
    en: "agreement with the county",
  },
  INTERMUNICIPAL_AGREEMENT: {
    pl: "porozumienie międzygminne",
    en: "agreement of municipalities",
  },
  SUPPORTING_ACTIVITY: {
    pl: "działanie wspierające",
    en: "supporting activity",
  },
};

/** All that a version says of money; none where it is not the viewer's. */
export async function moneyLines(
  context: Context,
  version: AgreementVersion,
): Promise<TermLine[]> {
  const finance = await context.load(financeOfVersion, version);
  return finance ? linesOf(context, finance) : [];
}

/** What it says otherwise than the version that was in force when it was written. */
export async function moneyChanges(
  context: Context,
  version: AgreementVersion,
): Promise<TermChange[]> {
  const before = (await context.load(versionsOf, version.agreementId)).find(
    ({ revision, status }) =>
      revision < version.revision && ["IN_FORCE", "PAST"].includes(status),
  );
  const finance = await context.load(financeOfVersion, version);
  if (!before || !finance) return [];
  const was = linesOf(context, await context.load(financeOfVersion, before));
  return linesOf(context, finance)
    .map(({ term, value }, n) => ({
      term,
      from: was[n]?.value ?? "—",
      to: value,
    }))
    .filter(({ from, to }) => from !== to);
}

/** "—" where nothing is said. */
function linesOf(
  { say }: Context,
  finance: AgreementFinance | null,
): TermLine[] {
  const { mode, amountGrosze, settlementRules } = finance ?? {};
  return [
    {
      term: say({
        pl: "Tryb pozyskania usługi",
        en: "Way of acquiring the service",
      }),
      value: mode ? say(MODES[mode]) : "—",
    },
    {
      term: say({ pl: "Kwota", en: "Amount" }),
      value:
        typeof amountGrosze === "number" ? say(inZloty(amountGrosze)) : "—",
    },
    {
      term: say({ pl: "Zasady rozliczenia", en: "Rules of settlement" }),
      value: settlementRules ?? "—",
    },
  ];
}

function inZloty(grosze: number): Words {
  const money = (language: string) =>
    new Intl.NumberFormat(language, {
      style: "currency",
      currency: "PLN",
    }).format(grosze / 100);
  return { pl: money("pl"), en: money("en") };
}
