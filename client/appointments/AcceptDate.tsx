// The first date beside the acceptance: given in the same step, or later.
import { useTranslation } from "react-i18next";

import { Form, type Wrong } from "../app/forms/Form.js";
import { textIn } from "../design/form-text.js";
import type {
  AppointmentInput,
  LiveReferralFragment,
} from "../graphql/generated/graphql.js";
import { appointmentIn } from "./appointment-in.js";
import styles from "./Appointments.module.css";
import { DateFields } from "./DateFields.js";

interface Props {
  referral: LiveReferralFragment;
  /** The button that accepts is elsewhere and belongs to this form. */
  formId: string;
  wrong: Wrong | null;
  onDay(isChosen: boolean): void;
  /** null: the date comes later. */
  onAccept(appointment: AppointmentInput | null): void;
}

export function AcceptDate(props: Props) {
  const { referral, formId, wrong, onDay, onAccept } = props;
  const { t } = useTranslation("appointments");
  return (
    <section
      className={styles.card}
      aria-labelledby="pierwszy-termin"
      data-print="no"
    >
      <h2 id="pierwszy-termin">{t("title")}</h2>
      <p className={styles.small}>{t("later")}</p>
      <Form
        id={formId}
        wrong={wrong}
        onSubmit={(form) =>
          onAccept(textIn(form, "day") ? appointmentIn(form) : null)
        }
      >
        <DateFields
          referral={referral}
          onDay={onDay}
          errorAt={(path) =>
            wrong?.fields
              ?.filter((field) => field.path === path)
              .map(({ message }) => message)
              .join(" ") || undefined
          }
        />
      </Form>
    </section>
  );
}
