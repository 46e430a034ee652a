/** The incoming card with what every screen needs around it. */
import { type Services, ServicesProvider } from '@renderer/platform/store/services.tsx';
import type { i18n } from 'i18next';
import { I18nextProvider } from 'react-i18next';
import { IncomingCard } from './incoming-card.tsx';

export const CardPage = ({
  services,
  translator,
}: {
  readonly services: Services;
  readonly translator: i18n;
}) => (
  <I18nextProvider i18n={translator}>
    <ServicesProvider services={services}>
      <IncomingCard />
    </ServicesProvider>
  </I18nextProvider>
);
