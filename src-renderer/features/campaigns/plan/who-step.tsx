/** Who may be called: the audience at the left, at the right what the law and the other lists leave of it. */

import { Sheet } from '@renderer/platform/asked/loaded.tsx';
import { SelectField } from '@renderer/platform/form/fields.tsx';
import { formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { saveFile } from '@renderer/platform/save-file.ts';
import { useRequest, useServices } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { EmptyState, LoadingLines } from '@renderer/ui/parts/empty-state.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { ImportView } from '@shared/contracts/http/imports.ts';
import type { Audience } from '@shared/domain/campaign/audience.ts';
import { useEffect, useState } from 'react';
import { EventsForm } from '../settings/events-form.tsx';
import type { SettingsDesk } from '../settings/use-settings.ts';
import { AreaSheet } from './area-sheet.tsx';
import { AudienceForm, WayChoice } from './audience-form.tsx';
import { Funnel } from './funnel.tsx';
import styles from './plan.module.css';
import { Simulation } from './simulation.tsx';
import { type Reported, useReport } from './use-report.ts';

const css = styleNames(styles);

const Listed = ({
  desk,
  reported,
}: {
  readonly desk: SettingsDesk;
  readonly reported: Reported;
}) => {
  const { t, language } = useText();
  const { waiting, control } = desk.campaign.counts;
  const { report, add } = reported;
  const more = report?.added ?? 0;
  const figure = (value: number): string => formatNumber(value, language);
  return (
    <p className={css('listed')}>
      <Icon name="customers" size={17} />
      <span>
        {t('planning.who.listed', {
          count: waiting,
          people: figure(waiting),
          control: figure(control),
        })}
      </span>
      <Button
        look="primary"
        size="small"
        blocked={more === 0 ? t('planning.who.nobodyMore') : undefined}
        onClick={() => void add()}
      >
        {t('planning.who.add', { count: more, people: figure(more) })}
      </Button>
    </p>
  );
};

/** Files that were imported for the brand; whoever may not import sees none. */
const Files = ({
  desk,
  reported,
}: {
  readonly desk: SettingsDesk;
  readonly reported: Reported;
}) => {
  const { t } = useText();
  const { client } = useServices();
  const [imports, setImports] = useState<readonly ImportView[]>([]);
  const [chosen, choose] = useState('');
  const { brandId } = desk.settings;
  useEffect(() => {
    void client.request('imports.list', {}).then((got) => {
      if (got.ok && got.value !== null) setImports(got.value.imports);
    });
  }, [client]);
  const done = imports.filter((one) => one.brandId === brandId && one.state === 'done');
  if (done.length === 0) return null;
  const options = [
    { id: '', label: t('planning.who.noFile') },
    ...done.map(({ id, fileName }) => ({ id, label: fileName })),
  ];
  return (
    <div className={css('listed')}>
      <SelectField
        label={t('planning.who.file')}
        value={chosen}
        options={options}
        onChange={choose}
      />
      <Button
        size="small"
        blocked={chosen === '' ? t('planning.who.noFile') : undefined}
        onClick={() => void reported.addFile(chosen)}
      >
        {t('planning.who.addFile')}
      </Button>
    </div>
  );
};

const Excluded = ({
  campaignId,
  listId,
}: {
  readonly campaignId: string;
  readonly listId: string;
}) => {
  const { t } = useText();
  const request = useRequest();
  const save = async () => {
    const got = await request('planning.excluded', { campaignId, listId });
    if (got.ok) saveFile(t('planning.who.excludedFile'), 'text/csv', got.value.bytes);
  };
  return (
    <Button size="small" icon="download" onClick={() => void save()}>
      {t('planning.who.excluded')}
    </Button>
  );
};

const Found = ({
  desk,
  reported,
}: {
  readonly desk: SettingsDesk;
  readonly reported: Reported;
}) => {
  const { t } = useText();
  const { report, code } = reported;
  if (report === null)
    return (
      <Sheet title={t('planning.funnel.title')}>
        {code === null ? (
          <LoadingLines label={t('common.loading')} />
        ) : (
          <EmptyState icon="cloud-off" title={t(`error.${code}`)} detail={t('planning.needsHub')} />
        )}
      </Sheet>
    );
  return (
    <Funnel
      report={report}
      controlPercent={desk.settings.controlPercent}
      beside={
        report.state === 'running' ? (
          t('planning.who.counting')
        ) : (
          <Excluded campaignId={desk.campaign.id} listId={report.listId} />
        )
      }
    >
      <Listed desk={desk} reported={reported} />
      <Files desk={desk} reported={reported} />
    </Funnel>
  );
};

export const WhoStep = ({ desk }: { readonly desk: SettingsDesk }) => {
  const { t } = useText();
  const { settings, campaign } = desk;
  const { audience } = settings;
  const reported = useReport(campaign.id, audience, desk.refresh);
  const change = (part: Partial<Audience>) => desk.change({ audience: { ...audience, ...part } });
  const { added = 0, onlyLetter = 0 } = reported.report ?? {};
  // Who only gets the letter is not called: she does not count for the hours that calls take.
  const contacts = campaign.counts.waiting + added - onlyLetter;
  return (
    <>
      <WayChoice audience={audience} onChange={change} />
      {audience.by === 'area' ? (
        <AreaSheet campaignId={campaign.id} audience={audience} onChange={change} />
      ) : null}
      {audience.by === 'area' ? <Found desk={desk} reported={reported} /> : null}
      <Sheet
        look={audience.by === 'area' ? 'wide' : undefined}
        title={t('planning.audience.title')}
      >
        <AudienceForm audience={audience} onChange={change} />
      </Sheet>
      {audience.by === 'area' ? null : <Found desk={desk} reported={reported} />}
      <EventsForm desk={desk} />
      <Simulation campaign={{ ...campaign, settings }} contacts={contacts} />
    </>
  );
};
