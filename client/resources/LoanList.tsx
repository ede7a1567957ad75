// Requests to borrow: those to the viewer's organisation are answered in two taps, her own are taken back.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { usePageQuery } from "../app/errors/use-page-query.js";
import { useAsk } from "../app/forms/use-ask.js";
import { useViewer } from "../app/session/viewer.js";
import { Button } from "../design/Button.js";
import { Card } from "../design/Card.js";
import { ConfirmDialog } from "../design/ConfirmDialog.js";
import { calendarDay } from "../design/period.js";
import { Tag } from "../design/Tag.js";
import { useDay, useDays } from "../design/use-day.js";
import { useNow } from "../design/use-now.js";
import type { LoanAnswer } from "../graphql/generated/graphql.js";
import { loanTones, type ShownLoan } from "./choices.js";
import { OnBehalfLoanDialog } from "./OnBehalfLoanDialog.js";
import { AnswerLoan, LoansQuery } from "./resources.documents.js";
import styles from "./Resources.module.css";
import { TakeBackDialog } from "./TakeBackDialog.js";

export function LoanList() {
  const { t } = useTranslation("resources");
  const { centre, partner } = useViewer();
  const { data } = usePageQuery(
    LoansQuery,
    { centreId: centre.id },
    { from: "network", of: ["RESOURCE"] },
  );
  const loans = data.centre?.loanRequests ?? [];
  if (loans.length === 0) return null;
  const isMine = (loan: ShownLoan) => loan.askingPartner.id === partner.id;
  const isToMe = (loan: ShownLoan) => loan.resource.partner.id === partner.id;
  const groups: [string, ShownLoan[]][] = [
    ["toMe", loans.filter(isToMe)],
    ["mine", loans.filter(isMine)],
    ["others", loans.filter((loan) => !isMine(loan) && !isToMe(loan))],
  ];
  const total = data.centre?.loanRequestCount ?? 0;
  return (
    <>
      {groups.map(
        ([name, some]) =>
          some.length > 0 && (
            <Card key={name} title={t(`loans.${name}`)}>
              <ul className={styles.list}>
                {some.map((loan) => (
                  <LoanLine key={loan.id} loan={loan} />
                ))}
              </ul>
            </Card>
          ),
      )}
      {total > loans.length && (
        <p className={styles.muted}>
          {t("loans.more", { shown: loans.length, total })}
        </p>
      )}
    </>
  );
}

function LoanLine({ loan }: { loan: ShownLoan }) {
  const { t } = useTranslation("resources");
  const day = useDay();
  const days = useDays();
  const answer = useAsk(AnswerLoan);
  const [isTakingBack, setTakingBack] = useState(false);
  const { resource, askingPartner, state } = loan;
  const known = { loanRequestId: loan.id, ifVersion: loan.version };
  const today = calendarDay(useNow());
  const isBusy = answer.isPending;
  const { partner } = useViewer();
  const [isReturning, setReturning] = useState(false);
  const [onBehalf, setOnBehalf] = useState<LoanAnswer | null>(null);
  const say = (said: LoanAnswer) =>
    resource.partner.id === partner.id
      ? void answer.run({ input: { ...known, answer: said } })
      : setOnBehalf(said);
  const isAsking = askingPartner.id === partner.id;
  const back = isAsking ? "TAKEN_BACK" : "CALLED_OFF";
  const said = (verb: string) =>
    t(`loans.label.${verb}`, { name: resource.name });
  return (
    <li className={styles.item}>
      <span className={styles.grow}>
        <b>
          {loan.quantity > 1
            ? t("loans.several", { name: resource.name, count: loan.quantity })
            : resource.name}
        </b>
        <span>
          {t("loans.between", {
            asking: askingPartner.shortName,
            owner: resource.partner.shortName,
          })}
        </span>
        <span className={styles.muted}>
          {loan.from === loan.to
            ? day(loan.from)
            : t("loans.span", days(loan.from, loan.to))}
        </span>
        {loan.note && <span>{loan.note}</span>}
        {loan.onBehalfReason && (
          <span className={styles.muted}>
            {t("loans.behalf.told", { reason: loan.onBehalfReason })}
          </span>
        )}
        {loan.takenBackReason && (
          <span>{t("loans.back.told", { reason: loan.takenBackReason })}</span>
        )}
        <ProblemNotice problem={answer.wrong} />
        <NotSaved failure={answer.failure} />
      </span>
      <span className={styles.side}>
        <Tag tone={loanTones[state]}>{t(`loans.state.${state}`)}</Tag>
        <span className={styles.verbs} data-print="no">
          {loan.viewerCanAnswer && state === "ASKED" && (
            <>
              <Button
                size="small"
                kind="primary"
                busy={isBusy}
                aria-label={said("AGREED")}
                onClick={() => say("AGREED")}
              >
                {t("loans.verb.AGREED")}
              </Button>
              <Button
                size="small"
                busy={isBusy}
                aria-label={said("NOT_POSSIBLE")}
                onClick={() => say("NOT_POSSIBLE")}
              >
                {t("loans.verb.NOT_POSSIBLE")}
              </Button>
            </>
          )}
          {loan.viewerCanAnswer && state === "AGREED" && loan.from <= today && (
            <Button
              size="small"
              busy={isBusy}
              aria-label={said("RETURNED")}
              onClick={() =>
                resource.partner.id === partner.id
                  ? setReturning(true)
                  : setOnBehalf("RETURNED")
              }
            >
              {t("loans.verb.RETURNED")}
            </Button>
          )}
          {loan.viewerCanTakeBack && (
            <Button
              size="small"
              kind="quiet"
              busy={isBusy}
              aria-label={said(back)}
              onClick={() => setTakingBack(true)}
            >
              {t(`loans.verb.${back}`)}
            </Button>
          )}
        </span>
      </span>
      {isTakingBack && (
        <TakeBackDialog
          loan={loan}
          title={said(back)}
          onClose={() => setTakingBack(false)}
        />
      )}
      {isReturning && (
        <ConfirmDialog
          question={t("loans.returned.question", { name: resource.name })}
          verb={t("loans.verb.RETURNED")}
          onClose={() => setReturning(false)}
          onConfirm={() => {
            setReturning(false);
            say("RETURNED");
          }}
        >
          <p>{t("loans.returned.means")}</p>
        </ConfirmDialog>
      )}
      {onBehalf && (
        <OnBehalfLoanDialog
          loan={loan}
          answer={onBehalf}
          onClose={() => setOnBehalf(null)}
        />
      )}
    </li>
  );
}
