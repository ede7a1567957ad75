// Somebody's duties are changed, or end; what is taken is gone at once.
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { NotSaved } from "../app/errors/NotSaved.js";
import { ProblemNotice } from "../app/errors/ProblemNotice.js";
import { Button } from "../design/Button.js";
import { Dialog } from "../design/Dialog.js";
import type {
  AssigneeOnPageFragment,
  Role,
} from "../graphql/generated/graphql.js";
import { type Failure, useVerb } from "../graphql/use-verb.js";
import {
  ChangeDuties,
  EndDuties,
  LockAssignee,
  UnlockAssignee,
} from "./people.documents.js";
import { RoleChoice } from "./RoleChoice.js";

interface Props {
  assignee: AssigneeOnPageFragment;
  roles: readonly Role[];
  onClose(): void;
  onChanged(): void;
}

interface Answer {
  data: { __typename: string; message?: string } | undefined;
  failure: Failure | undefined;
}

export function DutiesDialog({ assignee, roles, onClose, onChanged }: Props) {
  const { t } = useTranslation("people");
  const [chosen, setChosen] = useState<Role[]>([...assignee.roles]);
  const [change, isChanging] = useVerb(ChangeDuties);
  const [end, isEnding] = useVerb(EndDuties);
  const [lock, isLocking] = useVerb(LockAssignee);
  const [unlock, isUnlocking] = useVerb(UnlockAssignee);
  const [problem, setProblem] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  const isPending = isChanging || isEnding || isLocking || isUnlocking;
  // in an organisation that has left nobody gets anything new
  const mayGive = roles.length > 0;
  const isLocked = assignee.state === "LOCKED";

  async function run(verb: () => Promise<Answer>) {
    if (isPending) return;
    const { data, failure: failed } = await verb();
    setFailure(failed ?? null);
    setProblem(data?.message ?? null);
    if (data && !data.message) onChanged();
  }

  const input = { assigneeId: assignee.id };
  const save = () =>
    run(async () => {
      const { data, failure: failed } = await change({
        input: { ...input, roles: chosen },
      });
      return { data: data?.changeDuties, failure: failed };
    });
  const toggleLock = () =>
    run(async () => {
      if (isLocked) {
        const { data, failure: failed } = await unlock({ input });
        return { data: data?.unlockAssignee, failure: failed };
      }
      const { data, failure: failed } = await lock({ input });
      return { data: data?.lockAssignee, failure: failed };
    });
  const leave = () =>
    run(async () => {
      const { data, failure: failed } = await end({ input });
      return { data: data?.endDuties, failure: failed };
    });

  if (isLeaving)
    return (
      <Dialog
        title={t("end.title", { name: assignee.name })}
        onClose={onClose}
        foot={
          <>
            <Button onClick={() => setLeaving(false)}>{t("cancel")}</Button>
            <Button kind="danger" busy={isPending} onClick={() => void leave()}>
              {t("end.submit")}
            </Button>
          </>
        }
      >
        <ProblemNotice problem={problem ? { message: problem } : null} />
        <NotSaved failure={failure} />
        <p>{t("end.means")}</p>
      </Dialog>
    );
  return (
    <Dialog
      title={assignee.name}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          {mayGive && (
            <Button kind="primary" busy={isPending} onClick={() => void save()}>
              {t("change.submit")}
            </Button>
          )}
        </>
      }
    >
      <ProblemNotice problem={problem ? { message: problem } : null} />
      <NotSaved failure={failure} />
      {mayGive && (
        <RoleChoice roles={roles} chosen={chosen} onChange={setChosen} />
      )}
      <p>{t("change.atOnce")}</p>
      <Button icon="lock" busy={isPending} onClick={() => void toggleLock()}>
        {t(isLocked ? "lock.off" : "lock.on")}
      </Button>
      <Button kind="quiet" icon="leave" onClick={() => setLeaving(true)}>
        {t("end.open")}
      </Button>
    </Dialog>
  );
}
