/** The bar of a lead who is in an advisor's call: whose it is, by which way she is in, and the way out. */
import { useSecond } from '@renderer/platform/clock/use-now.ts';
import { formatTimer } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { helpIcons, helpKeys, useHelp } from '@renderer/platform/lead-board/use-help.ts';
import { useLeadBoard } from '@renderer/platform/lead-board/use-lead-board.ts';
import { useCustomer, useServices } from '@renderer/platform/store/services.tsx';
import { useBrand } from '@renderer/platform/store/use-reference.ts';
import { BarToggle } from '@renderer/ui/parts/bar-toggle.tsx';
import { BrandBlock } from '@renderer/ui/parts/brand-block.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Help } from '@shared/contracts/http/team-help.ts';
import { helpWays } from '@shared/domain/team-help/policy.ts';
import styles from './help-bar.module.css';

const css = styleNames(styles);

const Times = ({ help, since }: { readonly help: Help; readonly since: string }) => {
  const { t } = useText();
  const now = useSecond();
  return (
    <div className={css('timer')}>
      <b className="figures" role="timer">
        {formatTimer(now - Date.parse(since), 'wide')}
      </b>
      <span>
        <Icon name={help.way === 'listen' ? 'listen' : 'talking'} size={15} />
        {t(`inView.by.${help.way}`, { time: formatTimer(now - Date.parse(help.since)) })}
      </span>
    </div>
  );
};

export const HelpBar = ({ help }: { readonly help: Help }) => {
  const { t } = useText();
  const { screen } = useServices();
  const brand = useBrand(help.brandId);
  const seat = useLeadBoard().seats.get(help.advisorId);
  const call = seat?.now?.call ?? null;
  const { customer } = useCustomer(call?.customerId)?.bundle ?? {};
  const { go, take, leave } = useHelp(
    seat ?? { userId: help.advisorId, name: help.advisorName, now: null },
  );
  const name =
    customer === undefined
      ? t('inView.theCustomer')
      : `${customer.firstName} ${customer.lastName}`.trim() || (customer.companyName ?? '');
  return (
    <div className={css('bar')}>
      <BrandBlock
        brand={brand}
        caption={t('inView.callOf', { name: help.advisorName })}
        look="filled"
      />
      <Times help={help} since={call?.since ?? help.since} />
      <button
        type="button"
        className={css('who')}
        onClick={() => screen.setState({ screen: 'call-in-view', seenAdvisorId: help.advisorId })}
      >
        <b>{name}</b>
        <small>{t('inView.with', { name: help.advisorName })}</small>
      </button>
      <i className={css('space')} />
      <div className={css('acts')} role="toolbar" aria-label={t('board.help.inCall')}>
        {helpWays.map((way) => (
          <BarToggle
            key={way}
            label={t(`board.help.${way}`)}
            hotkey={helpKeys[way].toUpperCase()}
            icon={helpIcons[way]}
            pressed={help.way === way}
            wordStays
            onPress={() => go(way)}
          />
        ))}
        <BarToggle label={t('inView.take')} hotkey="P" icon="inbound" onPress={take} />
      </div>
      <Button
        size="large"
        look="danger"
        icon="hang-up"
        keys={['F9']}
        aria-keyshortcuts="F9"
        onClick={leave}
      >
        {t('board.help.leave')}
      </Button>
    </div>
  );
};
