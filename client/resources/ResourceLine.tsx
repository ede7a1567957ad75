// One resource of a list, and what the viewer can do with it: ask for another's, keep her own.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { useAsk } from "../app/forms/use-ask.js";
import { Button } from "../design/Button.js";
import { ConfirmDialog } from "../design/ConfirmDialog.js";
import { Tag } from "../design/Tag.js";
import type { ResourceState } from "../graphql/generated/graphql.js";
import type { ShownResource } from "./choices.js";
import { LoanDialog } from "./LoanDialog.js";
import { ResourceDialog } from "./ResourceDialog.js";
import { SetResourceState } from "./resources.documents.js";
import styles from "./Resources.module.css";

interface Props {
  resource: ShownResource;
  /** On the page of its organisation that goes without saying. */
  isOnPartner?: boolean;
  onChanged(): void;
  onAsked(): void;
}

type Open = "ask" | "change" | "withdraw";

export function ResourceLine(props: Props) {
  const { resource, isOnPartner = false, onChanged, onAsked } = props;
  const { t } = useTranslation("resources");
  const [open, setOpen] = useState<Open | null>(null);
  const set = useAsk(SetResourceState);
  const { id, name, partner, state, version } = resource;
  const close = () => setOpen(null);
  const to = async (wanted: ResourceState) => {
    const outcome = await set.run({
      input: { resourceId: id, ifVersion: version, state: wanted },
    });
    if (outcome?.__typename !== "Resource") return;
    close();
    onChanged();
  };
  const toggled = state === "PAUSED" ? "OFFERED" : "PAUSED";
  return (
    <li className={styles.item}>
      <span className={styles.grow}>
        <b>
          {resource.quantity > 1
            ? t("several", { name, count: resource.quantity })
            : name}
        </b>
        <span className={styles.muted}>
          {t(`kind.${resource.kind}`)}
          {!isOnPartner && (
            <>
              {" · "}
              <Link to={`/partnerzy/${partner.id}`}>{partner.shortName}</Link>
            </>
          )}
        </span>
        {resource.description && <span>{resource.description}</span>}
        {resource.availableWhen && (
          <span>{t("when", { words: resource.availableWhen })}</span>
        )}
        {open !== "withdraw" && (
          <>
            <ProblemNotice problem={set.wrong} />
            <NotSaved failure={set.failure} />
          </>
        )}
      </span>
      <span className={styles.side}>
        {state === "PAUSED" ? (
          <Tag tone="warn">{t("state.PAUSED")}</Tag>
        ) : (
          !resource.lendable && <Tag tone="outline">{t("notLent")}</Tag>
        )}
        <span className={styles.verbs} data-print="no">
          {resource.viewerCanAsk && (
            <Button
              size="small"
              kind="primary"
              aria-label={t("label.ask", { name })}
              onClick={() => setOpen("ask")}
            >
              {t("verb.ask")}
            </Button>
          )}
          {resource.viewerCanChange && state !== "WITHDRAWN" && (
            <>
              <Button
                size="small"
                aria-label={t("label.change", { name })}
                onClick={() => setOpen("change")}
              >
                {t("verb.change")}
              </Button>
              <Button
                size="small"
                kind="quiet"
                busy={set.isPending}
                aria-label={t(`label.${toggled}`, { name })}
                onClick={() => void to(toggled)}
              >
                {t(`verb.${toggled}`)}
              </Button>
              <Button
                size="small"
                kind="quiet"
                aria-label={t("label.withdraw", { name })}
                onClick={() => setOpen("withdraw")}
              >
                {t("verb.withdraw")}
              </Button>
            </>
          )}
        </span>
      </span>
      {open === "ask" && (
        <LoanDialog
          resource={resource}
          onClose={close}
          onAsked={() => {
            close();
            onAsked();
          }}
        />
      )}
      {open === "change" && (
        <ResourceDialog
          resource={resource}
          partnerId={partner.id}
          onClose={close}
          onSaved={() => {
            close();
            onChanged();
          }}
        />
      )}
      {open === "withdraw" && (
        <ConfirmDialog
          question={t("withdraw.question", { name })}
          verb={t("verb.withdraw")}
          busy={set.isPending}
          onClose={close}
          onConfirm={() => void to("WITHDRAWN")}
        >
          <ProblemNotice problem={set.wrong} />
          <p>{t("withdraw.means")}</p>
          <NotSaved failure={set.failure} />
        </ConfirmDialog>
      )}
    </li>
  );
}
