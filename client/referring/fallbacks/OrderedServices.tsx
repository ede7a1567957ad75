// Services in an order that is changed by buttons: up, down, out.
import { useTranslation } from "react-i18next";

import { Button } from "../../design/Button.js";
import styles from "./Fallbacks.module.css";

export interface Ordered {
  id: string;
  name: string;
  partner: { shortName: string };
}

interface Props {
  services: readonly Ordered[];
  onChange(services: readonly Ordered[]): void;
}

export function OrderedServices({ services, onChange }: Props) {
  const { t } = useTranslation("fallbacks");
  const without = (id: string) => services.filter((one) => one.id !== id);
  function raise(service: Ordered) {
    const place = services.indexOf(service);
    onChange(without(service.id).toSpliced(place - 1, 0, service));
  }
  return (
    <ol className={styles.steps}>
      {services.map((service, place) => (
        <li key={service.id}>
          <span className={styles.what}>
            <strong>{service.name}</strong>
            <span>{service.partner.shortName}</span>
          </span>
          <span className={styles.moves}>
            {place > 0 && (
              <Button
                size="small"
                aria-label={t("order.upOf", { service: service.name })}
                onClick={() => raise(service)}
              >
                {t("order.up")}
              </Button>
            )}
            <Button
              size="small"
              kind="quiet"
              aria-label={t("order.outOf", { service: service.name })}
              onClick={() => onChange(without(service.id))}
            >
              {t("order.out")}
            </Button>
          </span>
        </li>
      ))}
    </ol>
  );
}
