// One click counts what is lacking, with a way back: for whom and where may be said first, nobody's data can.
import { useQuery } from "@apollo/client/react";
import { type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { useAsk } from "../app/forms/use-ask.js";
import { useViewer } from "../app/session/viewer.js";
import { Button } from "../design/Button.js";
import { ChoiceField, SelectField } from "../design/Field.js";
import { Note } from "../design/Note.js";
import { targetGroups } from "../design/target-groups.js";
import type {
  CountedOnceFragment,
  ReportNeedInput,
  TargetGroup,
} from "../graphql/generated/graphql.js";
import {
  PlacesQuery,
  ReportNeed,
  TakeBackNeedReport,
} from "./needs.documents.js";
import styles from "./Needs.module.css";

interface Props {
  what: Pick<ReportNeedInput, "referralId" | "area" | "gapKind">;
  /** That it is counted already. */
  counted: CountedOnceFragment | null;
  /** Fields that stand before for whom and where. */
  children?: ReactNode;
  /** What is still to be chosen before the click; nothing: it may come. */
  missing?: string | null;
  onChanged?: () => void;
}

export function NeedClick(props: Props) {
  const { what, counted, children, missing = null, onChanged } = props;
  const { t } = useTranslation("needs");
  const report = useAsk(ReportNeed);
  const takeBack = useAsk(TakeBackNeedReport);
  const [group, setGroup] = useState<TargetGroup>("GENERAL");
  const [placeId, setPlaceId] = useState("");
  const [own, setOwn] = useState<CountedOnceFragment | null>(null);
  const [isAsked, setAsked] = useState(false);
  const key = useRef<string>(null);
  const shown = own ?? counted;

  async function click() {
    setAsked(true);
    if (missing) return;
    key.current ??= crypto.randomUUID();
    const outcome = await report.run({
      input: {
        ...what,
        requestKey: key.current,
        targetGroup: group,
        placeId: placeId || null,
      },
    });
    // without an answer only its own key settles whether it was done
    if (outcome) key.current = null;
    if (outcome?.__typename === "NeedReport") setOwn(outcome);
    if (outcome) onChanged?.();
  }

  async function undo(reportId: string) {
    const outcome = await takeBack.run({ input: { reportId } });
    if (outcome?.__typename !== "NeedReport") return;
    setOwn(null);
    setAsked(false);
    onChanged?.();
  }

  if (shown && !shown.takenBackAt)
    return (
      <div className={styles.click}>
        <Note
          tone="ok"
          icon="check"
          role={own ? "status" : undefined}
          actions={
            shown.viewerCanTakeBack && (
              <Button
                size="small"
                icon="undo"
                busy={takeBack.isPending}
                onClick={() => void undo(shown.id)}
              >
                {t("click.undo")}
              </Button>
            )
          }
        >
          {t("click.counted")}{" "}
          {shown.need && <Link to="/potrzeby">{shown.need.title}</Link>}
        </Note>
        <NotSaved failure={takeBack.failure} />
        <ProblemNotice problem={takeBack.wrong} />
      </div>
    );
  return (
    <div className={styles.click} data-print="no">
      {children}
      <div className={styles.fields}>
        <ChoiceField
          label={t("click.group")}
          choices={targetGroups}
          wordsOf={(one) => t(`group.${one}`)}
          chosen={group}
          onChoose={(one) => setGroup(one || "GENERAL")}
        />
        <PlaceField chosen={placeId} onChoose={setPlaceId} />
      </div>
      {isAsked && missing && <ProblemNotice problem={{ message: missing }} />}
      <NotSaved failure={report.failure} onRetry={() => void click()} />
      <ProblemNotice problem={report.wrong} />
      <p>
        <Button
          icon="plus"
          busy={report.isPending}
          onClick={() => void click()}
        >
          {t("click.save")}
        </Button>
      </p>
    </div>
  );
}

/** Nothing, where the organiser has named no places. */
function PlaceField(props: { chosen: string; onChoose(id: string): void }) {
  const { t } = useTranslation("needs");
  const { centre } = useViewer();
  const { data } = useQuery(PlacesQuery, {
    variables: { centreId: centre.id },
  });
  const places = data?.centre?.places ?? [];
  if (places.length === 0) return null;
  return (
    <SelectField
      label={t("click.place")}
      value={props.chosen}
      onChange={({ target }) => props.onChoose(target.value)}
    >
      <option value="">{t("place.whole")}</option>
      {places.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
