// Somebody else is turned to first: who stands in from then on, and whether she has said yes.
import { useTranslation } from "react-i18next";

import { Note } from "../design/Note.js";
import type { ContactOnPageFragment } from "../graphql/generated/graphql.js";
import { useVerb } from "../graphql/use-verb.js";
import { FormDialog } from "./FormDialog.js";
import { MakePrimaryContact } from "./partners.documents.js";
import { useOutcome } from "./use-outcome.js";

interface Props {
  person: ContactOnPageFragment;
  colleagues: readonly ContactOnPageFragment[];
  onClose(): void;
  onDone(): void;
}

export function PrimaryDialog({ person, colleagues, onClose, onDone }: Props) {
  const { t } = useTranslation("partners");
  const [makePrimary, isPending] = useVerb(MakePrimaryContact);
  const outcome = useOutcome(onDone);
  const first = colleagues.find(({ primary }) => primary);
  const deputy = colleagues.find(({ roles }) => roles.includes("DEPUTY"));
  return (
    <FormDialog
      title={t("primary.title", { name: person.name })}
      verb={t("contacts.makePrimary")}
      busy={isPending}
      outcome={outcome}
      onSubmit={async () => {
        const { data, failure } = await makePrimary({
          input: { contactPersonId: person.id, ifVersion: person.version },
        });
        outcome.take(data?.makePrimaryContact, failure);
      }}
      onClose={onClose}
    >
      <p>{t("primary.means")}</p>
      {first && (
        <p>
          {deputy
            ? t("primary.staysDeputy", {
                name: first.name,
                deputy: deputy.name,
              })
            : t("primary.becomesDeputy", { name: first.name })}
        </p>
      )}
      {!person.willingConfirmedAt && (
        <Note tone="warn" title={t("primary.notWilling")}>
          {t("primary.notWillingText")}
        </Note>
      )}
    </FormDialog>
  );
}
