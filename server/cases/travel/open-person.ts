// Opens what is sealed of a person for whoever may see it: her coordinator, and the partner of an open referral within its scope.
import type { Work } from "../../events/index.js";
import { signedIn } from "../../identity/index.js";
import type { DataKey } from "../../platform/vault.js";
import type { CaseIdentity } from "../case-identity.js";
import { dataKeyOf, openIdentity } from "../identity-seal.js";
import { CaseKey, SealedIdentity } from "../sealed-identity.js";
import type { ReferralScope } from "./referral-scope.js";
import { sightsOf } from "./sights.reads.js";
import { NO_WORDS, type ReferralWords } from "./told-person.js";

export interface OpenedPerson {
  dataKey: DataKey;
  identity: CaseIdentity;
}

/** Of a case of the actor's own; null where nothing is kept of her. */
export async function openPerson(
  work: Work,
  caseId: string,
): Promise<OpenedPerson | null> {
  const of = { centreId: work.centreId, caseId };
  const key = await work.manager.getRepository(CaseKey).findOneBy(of);
  const sealed = await work.manager.getRepository(SealedIdentity).findOneBy(of);
  const dataKey = key && dataKeyOf(work.keys.vault, key);
  return dataKey && sealed
    ? { dataKey, identity: openIdentity(dataKey, sealed) }
    : null;
}

/** A text of one referral opens in no other place. */
function placeOf(
  of: Pick<ReferralScope, "centreId" | "referralId" | "caseId">,
) {
  const { centreId, caseId, referralId } = of;
  return JSON.stringify(["referral words", centreId, caseId, referralId]);
}

export function sealWords(
  dataKey: DataKey,
  of: Pick<ReferralScope, "centreId" | "referralId" | "caseId">,
  words: ReferralWords,
): Buffer {
  return dataKey.seal(placeOf(of), JSON.stringify(words));
}

function openWords(
  dataKey: DataKey,
  of: Pick<ReferralScope, "centreId" | "referralId" | "caseId">,
  sealed: Buffer,
): ReferralWords {
  const written: unknown = JSON.parse(dataKey.open(placeOf(of), sealed));
  if (typeof written !== "object" || !written)
    throw new Error("what was sealed are no words of a referral");
  return Object.assign({ ...NO_WORDS }, written);
}

export interface Sight extends Pick<ReferralScope, "fields" | "reasons"> {
  identity: CaseIdentity;
  words: ReferralWords;
}

/** For the people of the partner, as long as the referral is open and its basis works; else null. */
export async function openSight(
  work: Work,
  referralId: string,
): Promise<Sight | null> {
  return (await openSights(work, [referralId])).get(referralId) ?? null;
}

/** Of many at once; each that is missing is not to be seen. */
export async function openSights(
  work: Work,
  referralIds: readonly string[],
): Promise<Map<string, Sight>> {
  signedIn(work);
  const { centreId } = work;
  const opened = new Map<string, Sight>();
  for (const [referralId, seen] of await sightsOf(work, referralIds)) {
    const dataKey = dataKeyOf(
      work.keys.vault,
      Object.assign(new CaseKey(), { ...seen.key, centreId }),
    );
    if (!dataKey) continue;
    const { caseId, version, sealed, words, fields, reasons } = seen;
    const whole = Object.assign(new SealedIdentity(), {
      ...{ centreId, caseId, version, sealed },
    });
    opened.set(referralId, {
      identity: openIdentity(dataKey, whole),
      words: words
        ? openWords(dataKey, { centreId, caseId, referralId }, words)
        : NO_WORDS,
      ...{ fields, reasons },
    });
  }
  return opened;
}
