// What the paper of an agreement is made of, as whoever asks for it may read it.
import type { DataRole } from "../../partners/index.js";
import type { AgreementFinance } from "../agreement-finance.js";
import type {
  AgreementKind,
  AgreementStatus,
  SignatureKind,
  TaskPart,
} from "../agreement-kind.js";
import type { AgreementTerms } from "../agreement-terms.js";
import type { BindingTime } from "../answer-time.js";

export interface PaperParty {
  name: string;
  address: string | null;
  krs: string | null;
  nip: string | null;
  isHub: boolean;
  signedOn: string | null;
  signatoryName: string | null;
  authority: string | null;
  signatureKind: SignatureKind | null;
  leftOn: string | null;
  /** Whom the others turn to: name, position, address and telephone, as far as they are the reader's. */
  contact: string | null;
}

export interface PaperFacts {
  number: string;
  kind: AgreementKind;
  title: string;
  /** As it is on the day of printing. */
  status: AgreementStatus;
  revision: number;
  validFrom: string | null;
  validTo: string | null;
  endedOn: string | null;
  dataRole: DataRole;
  terms: Pick<
    AgreementTerms,
    | "purpose"
    | "noticeDays"
    | "renewMonths"
    | "allowsSensitive"
    | "offerUpdateDutyDays"
    | "meetingsPerYear"
    | "reporting"
    | "disputeClause"
    | "grantForm"
  >;
  /** As they bind: what it promises, and of what it does not name the terms of the network. */
  answers: readonly BindingTime[];
  /** Name of the programme that it carries out. */
  programme: string | null;
  /** Number of the entrustment of data that it leans on. */
  dpaNumber: string | null;
  /** The hub first. */
  parties: readonly PaperParty[];
  tasks: readonly { task: string; whose: string; part: TaskPart }[];
  services: readonly { name: string; placesKept: number }[];
  /** Null where there is none; "hidden" where it is not the reader's. */
  finance:
    | Pick<AgreementFinance, "mode" | "amountGrosze" | "settlementRules">
    | "hidden"
    | null;
}
