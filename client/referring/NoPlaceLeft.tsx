// No place is left for this one, or there never was: other services of the area, or the queue, one press away.
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import { Quicker } from "../design/Quicker.js";
import type { ReferableServiceFragment } from "../graphql/generated/graphql.js";
import styles from "./NoPlaceLeft.module.css";
import type { NoPlace } from "./useSendReferral.js";

interface Props {
  answer: NoPlace;
  service: ReferableServiceFragment;
  /** There was a place when the form was opened. */
  wasFree: boolean;
  isSending: boolean;
  onOther(service: ReferableServiceFragment): void;
  onQueue(): void;
  onClose(): void;
}

export function NoPlaceLeft(props: Props) {
  const { answer, service, wasFree, isSending } = props;
  const { onOther, onQueue, onClose } = props;
  const { t } = useTranslation(["referring", "design"]);
  // who waits without a referral stands behind every one
  const { waiting: all = 0, waitingOutside = 0 } = service.capacity ?? {};
  const waiting = all - waitingOutside;
  return (
    <Quicker
      title={wasFree ? undefined : t("noPlace.notNow")}
      ways={
        <div className={styles.ways}>
          {answer.alternatives.map((other) => (
            <Button key={other.id} wide onClick={() => onOther(other)}>
              {t("noPlace.other", {
                service: other.name,
                partner: other.partner.shortName,
                free: t(`design:free.${other.capacity?.unit ?? "PLACES"}`, {
                  count: other.offerable ?? 0,
                }),
              })}
            </Button>
          ))}
          <Button wide busy={isSending} onClick={onQueue}>
            {waiting > 0 && service.capacity?.unit === "PLACES"
              ? t("noPlace.queueBehind", { count: waiting })
              : t("noPlace.queue")}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t("form.cancel")}
          </Button>
        </div>
      }
    >
      <p>{answer.message}</p>
      <p>{t("noPlace.kept")}</p>
    </Quicker>
  );
}
