// When what is over was last masked and erased, when that is done next, and doing it now.
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { useAsk } from "../app/forms/use-ask.js";
import { Button } from "../design/Button.js";
import { Card } from "../design/Card.js";
import { useDates } from "../design/dates.js";
import { useNow } from "../design/use-now.js";
import styles from "./Desk.module.css";
import { KeepNow, type Times } from "./protection.documents.js";

/** So often one looks whether it is done. */
const LOOKS_EVERY = 1_500;

interface Props {
  times: Times;
  isOfficer: boolean;
  onLook(): void;
}

export function KeepingCard({ times, isOfficer, onLook }: Props) {
  const { t } = useTranslation("protection");
  const { moment } = useDates(useNow());
  const asked = useAsk(KeepNow);
  const { lastAt, nextAt, isRunning } = times;

  useEffect(() => {
    if (!isRunning) return;
    const looking = setInterval(onLook, LOOKS_EVERY);
    return () => clearInterval(looking);
  }, [isRunning, onLook]);

  async function keep() {
    await asked.run({ input: { requestKey: crypto.randomUUID() } });
    onLook();
  }

  return (
    <Card
      title={t("keeping.title")}
      foot={
        isOfficer && (
          <Button
            busy={asked.isPending || isRunning}
            onClick={() => void keep()}
          >
            {t("keeping.now")}
          </Button>
        )
      }
    >
      <p className={styles.muted}>{t("keeping.means")}</p>
      <p role="status">
        {isRunning
          ? t("keeping.running")
          : lastAt
            ? t("keeping.last", { moment: moment(new Date(lastAt)) })
            : t("keeping.never")}{" "}
        {t("keeping.next", { moment: moment(new Date(nextAt)) })}
      </p>
      <ProblemNotice problem={asked.wrong} />
      <NotSaved failure={asked.failure} />
    </Card>
  );
}
