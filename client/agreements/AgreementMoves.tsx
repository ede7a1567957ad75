// What the viewer can do with an agreement now, as buttons; what cannot be taken back asks first.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { AskDialog } from "../app/forms/AskDialog.js";
import { holdsAny, useViewer } from "../app/session/viewer.js";
import { Button, ButtonLink } from "../design/Button.js";
import { ConfirmDialog } from "../design/ConfirmDialog.js";
import type { Agreement } from "./AgreementPage.js";
import {
  AgreeToAgreement,
  DiscardAgreement,
  ProposeAgreement,
  RejectAgreement,
  ResumeAgreement,
  SuspendAgreement,
  WithdrawFromAgreement,
} from "./agreements.documents.js";
import styles from "./Agreements.module.css";
import { endsSoon } from "./choices.js";
import { Gaps, wordsOf } from "./Gaps.js";
import { ReasonDialog } from "./ReasonDialog.js";
import { SignDialog } from "./SignDialog.js";
import { TerminateDialog } from "./TerminateDialog.js";
import { useMove } from "./use-move.js";
import { WithdrawDialog } from "./WithdrawDialog.js";

type Open =
  | "sign"
  | "discard"
  | "reject"
  | "suspend"
  | "terminate"
  | "withdraw"
  | "withdrawParty"
  | "propose";

/** Ways to have ended after having been in force; the next one begins with the same words, and before the end of this one. */
const isOver = ["EXPIRED", "TERMINATED", "WITHDRAWN"];

interface Props {
  agreement: Agreement;
  onMoved(): void;
}

export function AgreementMoves({ agreement, onMoved }: Props) {
  const { t } = useTranslation("agreements");
  const navigate = useNavigate();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const done = () => {
    close();
    onMoved();
  };
  const propose = useMove(ProposeAgreement, done);
  const agree = useMove(AgreeToAgreement, done);
  const resume = useMove(ResumeAgreement, done);
  const discard = useMove(DiscardAgreement, () => void navigate("/umowy"));
  const { id: agreementId, status, version, viewerCan } = agreement;
  const viewer = useViewer();
  const can = new Set(viewerCan);
  const notice = agreement.terms?.noticeDays ?? 0;
  const input = { agreementId };
  const proposed = agreement.versions.find(
    ({ status }) => status === "PROPOSED",
  );
  const goesOn =
    Boolean(agreement.terms?.renewMonths) && agreement.endedOn === null;
  const gaps = agreement.terms?.gaps ?? [];
  // what is required is told by the page, and refused
  const asksAboutGaps =
    gaps.length > 0 && gaps.every(({ isRequired }) => !isRequired);
  const wrong = [propose, agree, resume, discard].find((one) => one.wrong);
  const failed = [propose, agree, resume, discard].find((one) => one.failure);
  return (
    <>
      <Gaps gaps={gaps} />
      <ProblemNotice problem={wrong?.wrong ?? null} />
      <NotSaved failure={failed?.failure ?? null} />
      <div className={styles.moves} data-print="no">
        {can.has("SIGN") && (
          <Button kind="primary" onClick={() => setOpen("sign")}>
            {t(proposed ? "move.signAmendment" : "move.sign")}
          </Button>
        )}
        {can.has("AGREE") && (
          <Button
            kind="primary"
            busy={agree.isPending}
            onClick={() =>
              void agree.run({ input: { ...input, ifVersion: version } })
            }
          >
            {t("move.agree")}
          </Button>
        )}
        {can.has("PROPOSE") && (
          <Button
            kind="primary"
            busy={propose.isPending}
            onClick={() =>
              asksAboutGaps ? setOpen("propose") : void propose.run({ input })
            }
          >
            {t("move.propose")}
          </Button>
        )}
        {can.has("CHANGE") && (
          <ButtonLink to={`/umowy/${agreementId}/zmiana`}>
            {t("move.change")}
          </ButtonLink>
        )}
        {can.has("AMEND") && (
          <ButtonLink to={`/umowy/${agreementId}/zmiana`}>
            {t("move.amend")}
          </ButtonLink>
        )}
        {can.has("RESUME") && (
          <Button
            kind="primary"
            busy={resume.isPending}
            onClick={() => void resume.run({ input })}
          >
            {t("move.resume")}
          </Button>
        )}
        {(isOver.includes(status) || (endsSoon(agreement) && !goesOn)) &&
          holdsAny(viewer, ["OUS"]) && (
            <ButtonLink icon="plus" to={`/umowy/nowa?po=${agreementId}`}>
              {t("move.next")}
            </ButtonLink>
          )}
        {(
          [
            ["SUSPEND", "suspend"],
            ["TERMINATE", "terminate"],
            ["WITHDRAW", "withdraw"],
            ["WITHDRAW_PARTY", "withdrawParty"],
            ["REJECT", "reject"],
            ["DISCARD", "discard"],
          ] as const
        ).map(
          ([move, name]) =>
            can.has(move) && (
              <Button key={move} kind="quiet" onClick={() => setOpen(name)}>
                {t(`move.${name}`)}
              </Button>
            ),
        )}
      </div>
      {open === "propose" && (
        <AskDialog
          title={t("gaps.ask")}
          verb={t("gaps.propose")}
          asked={propose}
          onClose={close}
          onSubmit={() =>
            propose.run({
              input: {
                ...input,
                leavesOut: gaps.map(({ element }) => element),
              },
            })
          }
        >
          <p>{t("gaps.usual", { what: wordsOf(gaps) })}</p>
        </AskDialog>
      )}
      {open === "withdrawParty" && (
        <WithdrawDialog agreement={agreement} onClose={close} onDone={done} />
      )}
      {open === "sign" && (
        <SignDialog
          agreement={agreement}
          revision={proposed?.revision ?? agreement.revision}
          partnerId={null}
          onClose={close}
          onSigned={done}
        />
      )}
      {open === "discard" && (
        <ConfirmDialog
          question={t("ask.discard", { number: agreement.number })}
          verb={t("move.discard")}
          busy={discard.isPending}
          onConfirm={() => void discard.run({ input })}
          onClose={close}
        >
          {t("ask.discardText")}
        </ConfirmDialog>
      )}
      {open === "reject" && (
        <ReasonDialog
          move="reject"
          mutation={RejectAgreement}
          input={input}
          onClose={close}
          onDone={done}
        />
      )}
      {open === "suspend" && (
        <ReasonDialog
          move="suspend"
          mutation={SuspendAgreement}
          input={input}
          onClose={close}
          onDone={done}
        />
      )}
      {open === "withdraw" && (
        <ReasonDialog
          move="withdraw"
          mutation={WithdrawFromAgreement}
          input={input}
          {...(notice > 0 && { text: t("ask.noticeText", { days: notice }) })}
          onClose={close}
          onDone={done}
        />
      )}
      {open === "terminate" && (
        <TerminateDialog agreement={agreement} onClose={close} onDone={done} />
      )}
    </>
  );
}
