// "Ile danych przekazać?": the lowest that lets the service get in touch is chosen; more needs a reason, and what is sensitive is ticked one by one.
import { useId } from "react";
import { useTranslation } from "react-i18next";

import { ButtonLink } from "../design/Button.js";
import { ChoiceField, TextField } from "../design/Field.js";
import { Note } from "../design/Note.js";
import { Tag } from "../design/Tag.js";
import { InDanger } from "./InDanger.js";
import styles from "./LevelChoice.module.css";
import { SensitiveFields } from "./SensitiveFields.js";
import {
  longestGoal,
  type Travel,
  type TravelOption,
  travelReasons,
} from "./use-travel.js";

interface Props {
  travel: Travel;
  service: { id: string; partner: { id: string } };
  /** It was to go as it stands. */
  isAsked: boolean;
  faultAt(path: string): string | undefined;
}

/** What no agreement lets travel is not offered, but for the next step up, which says why. */
function offered(options: readonly TravelOption[]): readonly TravelOption[] {
  const first = options.findIndex(
    (one) => one.obstacleText && !one.isBasisMissing,
  );
  return first < 0 ? options : options.slice(0, first + 1);
}

export function LevelChoice(props: Props) {
  const { travel, service, isAsked, faultAt } = props;
  const { t } = useTranslation(["referring", "bases"]);
  const name = useId();
  const { caseId, level, option, defaultLevel } = travel;
  if (!caseId) return null;
  return (
    <>
      <fieldset aria-busy={travel.isReading || undefined}>
        <legend className={styles.legend}>{t("level.ask")}</legend>
        <div className={styles.cards}>
          {offered(travel.options).map((one) => {
            const isClosed = one.obstacleText !== null && !one.isBasisMissing;
            return (
              <label
                key={one.level}
                className={styles.card}
                data-closed={isClosed || undefined}
              >
                <input
                  type="radio"
                  name={name}
                  checked={one.level === level}
                  disabled={isClosed}
                  onChange={() => travel.setLevel(one.level)}
                />
                <span>
                  <strong>{t(`level.${one.level}`)}</strong>
                  <small>
                    {isClosed
                      ? one.obstacleText
                      : one.isBasisMissing
                        ? t("level.basisMissing")
                        : one.needsReason
                          ? t("level.needsReason")
                          : t(`level.means.${one.level}`)}
                  </small>
                </span>
                {one.level === defaultLevel && (
                  <Tag tone="outline">{t("level.recommended")}</Tag>
                )}
              </label>
            );
          })}
        </div>
      </fieldset>
      {travel.mayGoUnasked && (
        <InDanger checked={travel.goesUnasked} onChange={travel.setInDanger} />
      )}
      {option && travel.lacksBasis && (
        <Note
          tone="warn"
          icon="warning"
          role={isAsked ? "alert" : undefined}
          actions={
            <ButtonLink
              size="small"
              data-next
              to={`/sprawy/${caseId}/podstawa?partner=${service.partner.id}&usluga=${service.id}&wroc=1`}
            >
              {t("level.record")}
            </ButtonLink>
          }
        >
          {option.obstacleText}
        </Note>
      )}
      {travel.goes && option?.needsReason && (
        <ChoiceField
          label={t("level.reason")}
          choices={travelReasons}
          wordsOf={(one) => t(`bases:reason.${one}`)}
          none={t("level.chooseReason")}
          chosen={travel.reason}
          error={faultAt("levelReason")}
          onChoose={(one) => travel.setReason(one || null)}
        />
      )}
      {travel.hasGoal && (
        <TextField
          label={t("goal.label")}
          hint={t("goal.hint", { count: longestGoal - travel.goal.length })}
          maxLength={longestGoal}
          autoComplete="off"
          value={travel.goal}
          error={
            travel.personal
              ? t(`reference.${travel.personal}`)
              : faultAt("goal")
          }
          onChange={({ target }) => travel.setGoal(target.value)}
        />
      )}
      {level === "L3_SENSITIVE" && option && !option.obstacleText && (
        <SensitiveFields
          allowed={option.sensitiveFields}
          chosen={travel.sensitive}
          faultAt={faultAt}
          onChange={travel.setSensitive}
        />
      )}
    </>
  );
}
