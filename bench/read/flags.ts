/** The flags that every server in this bench has, each at 25 % of everyone by user. */
export const FLAGS = Array.from({ length: 20 }, (_, index) => `flag-${String(index).padStart(2, '0')}`);
