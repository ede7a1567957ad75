// A meeting took place: which organisations of the network were there.
import { useTranslation } from "react-i18next";

import type {
  MeetingOnPageFragment,
  NetworkStepsFragment,
} from "../graphql/generated/graphql.js";
import { FormDialog } from "./FormDialog.js";
import styles from "./Partnership.module.css";
import { HoldMeeting } from "./steps.documents.js";
import { useSaved } from "./use-saved.js";

interface Props {
  network: NetworkStepsFragment;
  meeting: MeetingOnPageFragment;
  onClose(): void;
  onSaved(): void;
}

export function HoldDialog({ network, meeting, onClose, onSaved }: Props) {
  const { t } = useTranslation("partnership");
  const saved = useSaved(HoldMeeting, onSaved);
  const { id, version, title } = meeting;
  return (
    <FormDialog
      title={title}
      verb={t("hold.submit")}
      saved={saved}
      onClose={onClose}
      onSubmit={(form) =>
        void saved.save({
          input: {
            meetingId: id,
            ifVersion: version,
            presentPartnerIds: network.memberships
              .map(({ partner }) => partner.id)
              .filter((partnerId) => form.get(partnerId) === "on"),
          },
        })
      }
    >
      <fieldset>
        <legend>{t("hold.who")}</legend>
        {network.memberships.map(({ partner }) => (
          <label key={partner.id} className={styles.check}>
            <input type="checkbox" name={partner.id} />
            {partner.name}
          </label>
        ))}
      </fieldset>
    </FormDialog>
  );
}
