// The second factor on one's account: whether there is one, a new phone, new codes for paper, giving it up.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../design/Button.js";
import { useDates } from "../design/dates.js";
import { Note } from "../design/Note.js";
import { useNow } from "../design/use-now.js";
import { graphql } from "../graphql/generated/gql.js";
import type { SecondFactor_ViewerFragment } from "../graphql/generated/graphql.js";
import { useVerb } from "../graphql/use-verb.js";
import { codeAnswer } from "./code-answer.js";
import { CodeForm } from "./CodeForm.js";
import { RecoveryCodes } from "./RecoveryCodes.js";
import styles from "./SecondFactor.module.css";
import { SetUpSecondFactor } from "./SetUpSecondFactor.js";

graphql(`
  fragment SecondFactor_viewer on Viewer {
    needsSecondFactor
    secondFactor {
      since
      recoveryCodesLeft
    }
  }
`);

const RenewRecoveryCodes = graphql(`
  mutation RenewRecoveryCodes($input: RenewRecoveryCodesInput!) {
    renewRecoveryCodes(input: $input) {
      __typename
      ... on RecoveryCodes {
        codes
      }
      ... on InvalidInput {
        fields {
          path
        }
      }
      ... on Problem {
        message
      }
    }
  }
`);

const RemoveSecondFactor = graphql(`
  mutation RemoveSecondFactor($input: RemoveSecondFactorInput!) {
    removeSecondFactor(input: $input) {
      __typename
      ... on InvalidInput {
        fields {
          path
        }
      }
      ... on Problem {
        message
      }
    }
  }
`);

/** So few left are worth a word. */
const FEW = 3;

interface Props {
  viewer: SecondFactor_ViewerFragment;
  onChanged(): void;
}

type Doing = "setUp" | "renew" | "remove";

export function SecondFactor({ viewer, onChanged }: Props) {
  const { t } = useTranslation("account");
  const { moment } = useDates(useNow());
  const [doing, setDoing] = useState<Doing | null>(null);
  const [hasCodes, setHasCodes] = useState(false);
  const { secondFactor: factor, needsSecondFactor: isNeeded } = viewer;
  const done = () => {
    setDoing(null);
    setHasCodes(false);
    onChanged();
  };
  if (doing)
    return (
      <div className={styles.steps}>
        {doing === "setUp" && (
          <SetUpSecondFactor
            isChange={factor != null}
            onCodes={() => setHasCodes(true)}
            onDone={done}
          />
        )}
        {doing === "renew" && (
          <Renewal onCodes={() => setHasCodes(true)} onDone={done} />
        )}
        {doing === "remove" && <Removal onDone={done} />}
        {/* what stands there once cannot be taken back any more */}
        {!hasCodes && (
          <Button kind="quiet" onClick={done}>
            {t("factor.stop")}
          </Button>
        )}
      </div>
    );
  if (!factor)
    return (
      <div className={styles.steps}>
        <p>{t("factor.why")}</p>
        <Button onClick={() => setDoing("setUp")}>{t("factor.setUp")}</Button>
      </div>
    );
  const { since, recoveryCodesLeft: count } = factor;
  return (
    <div className={styles.steps}>
      <p>{t("factor.since", { since: moment(new Date(since)) })}</p>
      <Note
        {...(count < FEW ? { tone: "warn" as const, icon: "warning" } : {})}
      >
        {t("factor.left", { count })}
      </Note>
      <div className={styles.buttons}>
        <Button onClick={() => setDoing("setUp")}>{t("factor.change")}</Button>
        <Button onClick={() => setDoing("renew")}>{t("factor.renew")}</Button>
        {!isNeeded && (
          <Button kind="danger" onClick={() => setDoing("remove")}>
            {t("factor.remove")}
          </Button>
        )}
      </div>
      {isNeeded && <p>{t("factor.needed")}</p>}
    </div>
  );
}

function Renewal({ onCodes, onDone }: { onCodes(): void; onDone(): void }) {
  const { t } = useTranslation("account");
  const [renew, isPending] = useVerb(RenewRecoveryCodes);
  const [codes, setCodes] = useState<string[] | null>(null);
  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} />;
  return (
    <CodeForm
      submit={t("factor.renew")}
      isPending={isPending}
      autoFocus
      onCode={async (code, password) => {
        const { data, failure } = await renew({ input: { code, password } });
        const answer = data?.renewRecoveryCodes;
        if (answer?.__typename !== "RecoveryCodes")
          return codeAnswer(answer, failure);
        setCodes(answer.codes);
        onCodes();
        return {};
      }}
    />
  );
}

function Removal({ onDone }: { onDone(): void }) {
  const { t } = useTranslation("account");
  const [remove, isPending] = useVerb(RemoveSecondFactor);
  return (
    <CodeForm
      submit={t("factor.remove")}
      isPending={isPending}
      autoFocus
      onCode={async (code, password) => {
        const { data, failure } = await remove({ input: { code, password } });
        const answer = data?.removeSecondFactor;
        if (answer?.__typename !== "SecondFactorRemoved")
          return codeAnswer(answer, failure);
        onDone();
        return {};
      }}
    />
  );
}
