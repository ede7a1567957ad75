// What the viewer can do with a contact person: she herself, whoever keeps her organisation's contacts, or the hub.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { holdsAny, useViewer } from "../app/session/viewer.js";
import { Button } from "../design/Button.js";
import type {
  ContactOnPageFragment,
  PartnerOnPageFragment,
} from "../graphql/generated/graphql.js";
import { AbsenceDialog } from "./AbsenceDialog.js";
import { ContactDialog } from "./ContactDialog.js";
import styles from "./Contacts.module.css";
import { LeaveDialog } from "./LeaveDialog.js";
import { PrimaryDialog } from "./PrimaryDialog.js";
import { WillingDialog } from "./WillingDialog.js";

interface Props {
  partner: PartnerOnPageFragment;
  person: ContactOnPageFragment;
  onDone(): void;
}

export function useKeepsContacts(partner: Pick<PartnerOnPageFragment, "id">) {
  const viewer = useViewer();
  return (
    holdsAny(viewer, ["OUS"]) ||
    (holdsAny(viewer, ["PARTNER_ADMIN"]) && viewer.partner.id === partner.id)
  );
}

export function ContactActions({ partner, person, onDone }: Props) {
  const { t } = useTranslation("partners");
  const viewer = useViewer();
  const keeps = useKeepsContacts(partner);
  const isHerself =
    viewer.partner.id === partner.id &&
    viewer.email === person.workEmail?.toLowerCase();
  const mayNote = isHerself || holdsAny(viewer, ["OUS"]);
  const [open, setOpen] = useState<
    "change" | "absence" | "leave" | "willing" | "primary" | null
  >(null);
  const colleagues = partner.contactPersons.filter(
    ({ id }) => id !== person.id,
  );
  const close = () => setOpen(null);
  const shared = {
    person,
    colleagues,
    onClose: close,
    onDone: () => {
      close();
      onDone();
    },
  };
  if (!keeps && !isHerself) return null;
  const of = (verb: string) =>
    t("contacts.verbOf", { verb, name: person.name });
  return (
    <div className={styles.actions} data-print="no">
      {mayNote && !person.willingConfirmedAt && (
        <Button
          size="small"
          kind={isHerself ? "primary" : "plain"}
          aria-label={isHerself ? undefined : of(t("willing.open"))}
          onClick={() => setOpen("willing")}
        >
          {isHerself ? t("willing.ownOpen") : t("willing.open")}
        </Button>
      )}
      <Button
        size="small"
        aria-label={of(t("absence.open"))}
        onClick={() => setOpen("absence")}
      >
        {t("absence.open")}
      </Button>
      {keeps && (
        <>
          <Button
            size="small"
            aria-label={of(t("contactForm.open"))}
            onClick={() => setOpen("change")}
          >
            {t("contactForm.open")}
          </Button>
          {!person.primary && (
            <Button
              size="small"
              aria-label={of(t("contacts.makePrimary"))}
              onClick={() => setOpen("primary")}
            >
              {t("contacts.makePrimary")}
            </Button>
          )}
          <Button
            size="small"
            aria-label={of(t("leave.open"))}
            onClick={() => setOpen("leave")}
          >
            {t("leave.open")}
          </Button>
        </>
      )}
      {open === "change" && (
        <ContactDialog partnerId={partner.id} {...shared} />
      )}
      {open === "absence" && <AbsenceDialog {...shared} />}
      {open === "primary" && <PrimaryDialog {...shared} />}
      {open === "leave" && <LeaveDialog {...shared} />}
      {open === "willing" && (
        <WillingDialog isHerself={isHerself} {...shared} />
      )}
    </div>
  );
}
