// The sound of a new referral: off until somebody wants it, remembered on this device.
const place = "splot.sound";
let audio: AudioContext | null = null;

export function isSoundOn(): boolean {
  return localStorage.getItem(place) === "on";
}

export function setSound(on: boolean): void {
  localStorage.setItem(place, on ? "on" : "off");
  if (on) ring();
}

/** Two soft tones, the second higher. */
export function ring(): void {
  if (!isSoundOn()) return;
  audio ??= new AudioContext();
  void audio.resume();
  tone(audio, 587, audio.currentTime);
  tone(audio, 784, audio.currentTime + 0.18);
}

function tone(context: AudioContext, hertz: number, at: number): void {
  const oscillator = context.createOscillator();
  const volume = context.createGain();
  oscillator.frequency.value = hertz;
  volume.gain.setValueAtTime(0.0001, at);
  volume.gain.exponentialRampToValueAtTime(0.15, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.4);
  oscillator.connect(volume).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + 0.45);
}
