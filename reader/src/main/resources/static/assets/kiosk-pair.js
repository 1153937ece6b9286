// Begins by itself once a member of staff has admitted this screen, and fetches a new code before the old one is over.
const LOOK_EVERY = 1500;
const FRESH_CODE_EVERY = 5 * 60 * 1000;

setInterval(async () => {
  try {
    const answer = await fetch('/kiosk/pair/admitted', { cache: 'no-store' });
    if (answer.ok && (await answer.text()) === 'yes') {
      location.replace('/kiosk');
    }
  } catch {
    // Asked again soon.
  }
}, LOOK_EVERY);
setTimeout(() => location.reload(), FRESH_CODE_EVERY);
