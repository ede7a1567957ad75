// Who the person of a case is, kept in the name of its coordinator while the demo is loaded: the system itself may not.
import type { Work } from "../events/index.js";
import type { Case } from "./case.js";
import { type CaseIdentityInput, identityOf } from "./case-identity.js";
import { type OpenedPerson, openPerson } from "./travel/open-person.js";
import { writeIdentity } from "./write-identity.js";

/** @returns what seals words beside it */
export async function keepPerson(
  work: Work,
  of: Case,
  person: CaseIdentityInput,
): Promise<OpenedPerson> {
  const speak = (kind: string, account: string, roles: string) =>
    work.rows(
      `select set_config('splot.kind', $1, true), set_config('splot.account', $2, true),
         set_config('splot.roles', $3, true)`,
      [kind, account, roles],
    );
  await speak("member", of.coordinatorAccountId, "KIPUS");
  await writeIdentity(work, of, identityOf(person), {
    key: null,
    sealed: null,
  });
  const opened = await openPerson(work, of.id);
  await speak("system", "", "");
  if (!opened) throw new Error("what was sealed just now opens");
  return opened;
}
