import { readFileSync } from 'node:fs';
import path from 'node:path';
import { demoAdvisors, demoNumbers } from '@shared/domain/brand/demo-brands.ts';
import { describe, expect, it } from 'vitest';
import { pbxConfiguration } from '../support/pbx/pbx-settings';

const read = (name: string): string => readFileSync(path.join(pbxConfiguration(), name), 'utf8');

describe('[TOOL-11] the configuration of the PBX', () => {
  it.each(demoNumbers)('[TOOL-11] sends $e164 to $queue for $brandId', (number) => {
    const { e164, brandId, queue } = number;
    expect(read('extensions.conf')).toContain(
      `exten => ${e164},1,Gosub(enter,s,1(${brandId},${queue},$\{EXTEN}))`,
    );
    expect(read('queues.conf')).toContain(`[${queue}](brand)`);
  });

  it.each(demoAdvisors)('[TOOL-11] lets $login register as $extension', (advisor) => {
    const { extension, linePassword } = advisor;
    expect(read('pjsip.conf')).toContain(`username = ${extension}\npassword = ${linePassword}\n`);
    expect(read('queues.conf')).toContain(`member => PJSIP/${extension},0,`);
  });
});
