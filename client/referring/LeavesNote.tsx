// Before somebody is sent: the organisation leaves the network, so what is sent now needs a plan.
import { useTranslation } from "react-i18next";

import { useDates } from "../design/dates.js";
import { Note } from "../design/Note.js";
import { useNow } from "../design/use-now.js";

export function LeavesNote({ on }: { on: string }) {
  const { t } = useTranslation("referring");
  const { date } = useDates(useNow());
  return (
    <Note
      tone="warn"
      icon="warning"
      title={t("form.leaves", { day: date(new Date(`${on}T12:00:00Z`)) })}
    >
      {t("form.leavesMeans")}
    </Note>
  );
}
