const COUNTRIES = ['DE', 'US', 'GB', 'IN', 'FR', 'BR', 'JP', 'NL'];
const PLANS = ['free', 'free', 'free', 'pro'];

/** 1,000 made-up visitors: 40 of the team, 160 who joined the beta, and 800 others. The same ones every time. */
export const VISITORS = Array.from({ length: 1_000 }, (_, index) => {
  const id = `visitor-${index + 1}`;
  const visitor = {
    targetingKey: id,
    country: COUNTRIES[index % COUNTRIES.length],
    plan: PLANS[index % PLANS.length],
  };
  if (index < 40) return { ...visitor, email: `${id}@acme.example` };
  if (index < 200) return { ...visitor, email: `${id}@mail.example`, beta: true };
  return { ...visitor, email: `${id}@mail.example` };
});
