// The form of an agreement, read as the graph takes its terms.
import { textIn } from "../design/form-text.js";
import type { AgreementTermsInput } from "../graphql/generated/graphql.js";
import type { Party } from "./AgreementForm.js";
import {
  chosenIn,
  dataRoles,
  grantForms,
  modes,
  priorities,
  units,
} from "./choices.js";
import type { TermsDraft } from "./use-terms-draft.js";

export function termsIn(
  form: FormData,
  { services, tasks, valueOf }: TermsDraft,
  parties: readonly Party[],
): AgreementTermsInput {
  const text = (name: string) => textIn(form, name).trim() || null;
  const number = (name: string) => {
    const typed = text(name);
    return typed === null ? null : Number(typed.replace(",", "."));
  };
  const amount = number("amount");
  return {
    title: textIn(form, "title"),
    purpose: text("purpose"),
    validFrom: text("validFrom"),
    validTo: text("validTo"),
    noticeDays: number("noticeDays"),
    renewMonths: number("renewMonths"),
    dataRole: chosenIn(form, "dataRole", dataRoles) ?? "NO_PERSONAL_DATA",
    dpaAgreementId: text("dpaAgreementId"),
    allowsSensitive: form.get("allowsSensitive") === "on",
    responseTimes: priorities.flatMap((priority) => {
      const promised = number(`time.${priority}`);
      const unit = chosenIn(form, `unit.${priority}`, units);
      return promised === null || !unit
        ? []
        : [{ priority, amount: promised, unit }];
    }),
    offerUpdateDutyDays: number("offerUpdateDutyDays"),
    meetingsPerYear: number("meetingsPerYear"),
    reporting: text("reporting"),
    disputeClause: text("disputeClause"),
    grantForm: chosenIn(form, "grantForm", grantForms),
    isPublic: form.get("isPublic") === "on",
    financeMode: chosenIn(form, "financeMode", modes),
    amountGrosze: amount === null ? null : Math.round(amount * 100),
    settlementRules: text("settlementRules"),
    services: [...services].map(([serviceId, placesKept]) => ({
      serviceId,
      placesKept,
    })),
    tasks: tasks.map(({ task, part, partnerId }) => ({
      task,
      part,
      partnerId,
    })),
    // what is chosen among what is still read stays chosen
    programmeId: valueOf("programmeId") || null,
    contacts: parties.flatMap(({ id: partnerId }) => {
      const contactPersonId = valueOf(`contact.${partnerId}`);
      return contactPersonId ? [{ partnerId, contactPersonId }] : [];
    }),
  };
}
