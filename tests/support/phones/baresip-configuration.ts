export type BaresipSettings = {
  readonly sipPort: number;
  readonly controlPort: number;
  /** The WAV file that it speaks (8 kHz mono), and the folder for what it hears. */
  readonly sound: string;
  readonly records: string;
};

/** The configuration of a phone without screen, keyboard and sound card. */
export const baresipConfiguration = ({
  sipPort,
  controlPort,
  sound,
  records,
}: BaresipSettings): string => `
module_path /usr/lib/baresip/modules
poll_method epoll
sip_listen 127.0.0.1:${sipPort}
net_interface 127.0.0.1
rtp_timeout 0
call_max_calls 4
audio_source aufile,${sound}
audio_player aubridge,sink${sipPort}
audio_alert aubridge,alert${sipPort}
ausrc_srate 8000
auplay_srate 8000
audio_txmode thread
audio_buffer 20-160
ctrl_tcp_listen 127.0.0.1:${controlPort}
snd_path ${records}
module g711.so
module aufile.so
module aubridge.so
module sndfile.so
module_tmp uuid.so
module_tmp account.so
module_app menu.so
module_app ctrl_tcp.so
`;
