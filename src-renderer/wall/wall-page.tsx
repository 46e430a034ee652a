/** The wallboard with what every screen needs around it. */
import { type Services, ServicesProvider } from '@renderer/platform/store/services.tsx';
import type { i18n } from 'i18next';
import { I18nextProvider } from 'react-i18next';
import { Wallboard } from './wallboard.tsx';

export const WallPage = ({
  services,
  translator,
}: {
  readonly services: Services;
  readonly translator: i18n;
}) => (
  <I18nextProvider i18n={translator}>
    <ServicesProvider services={services}>
      <Wallboard />
    </ServicesProvider>
  </I18nextProvider>
);
