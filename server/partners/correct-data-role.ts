// The hub corrects the part of an organisation in the protection of data, with a reason; a unit of the centre is what `canBeUnit` says.
import type { Work } from "../events/index.js";
import { holdsPesel, noPesel } from "../platform/free-text.js";
import { InputCheck } from "../platform/graphql/problem.js";
import { findPartner, savePartner } from "./change-partner.js";
import type {
  CorrectDataRoleInput,
  PartnerStatusPayload,
} from "./change-partner-input.js";
import { Partner } from "./partner.js";
import { canBeUnit } from "./partner-kind.js";

export async function correctDataRole(
  work: Work,
  input: CorrectDataRoleInput,
): Promise<typeof PartnerStatusPayload> {
  const partner = await findPartner(work, input, "register");
  if (!(partner instanceof Partner)) return partner;
  const { dataRole } = input;
  const dataRoleReason = input.reason.trim();
  const [hub] = await work.rows(
    `select from centre where id = $1 and hub_partner_id = $2`,
    [work.centreId, partner.id],
  );
  const problem = new InputCheck(work.say)
    .that(!hub, "dataRole", {
      pl: "CUS sam jest administratorem danych.",
      en: "The centre is the controller of data itself.",
    })
    .that(dataRole !== "SAME_CONTROLLER" || canBeUnit(partner), "dataRole", {
      pl: "Ten sam administrator to tylko publiczne jednostki CUS. Wybierz inną rolę albo najpierw popraw rodzaj i sektor.",
      en: "Only public units of the centre are the same controller. Choose another part, or first correct kind and sector.",
    })
    .that(
      dataRoleReason.length >= 3 && dataRoleReason.length <= 300,
      "reason",
      {
        pl: "Napisz dlaczego, od 3 do 300 znaków.",
        en: "Say why, 3 to 300 characters.",
      },
    )
    .that(!holdsPesel(dataRoleReason), "reason", noPesel).problem;
  if (problem) return problem;
  return savePartner(
    work,
    partner,
    "PartnerDataRoleCorrected",
    { dataRole, dataRoleReason },
    { before: partner.dataRole, dataRole },
  );
}
