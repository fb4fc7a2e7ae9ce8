/** Where the stories happen: real countries and towns, people who do not exist. */
export interface Country {
  name: string
  adjective: string
  capital: string
  towns: readonly [string, string, string]
  president: string
  foreignMinister: string
}

export const COUNTRIES: readonly Country[] = [
  country('Kenya', 'Kenyan', 'Nairobi', ['Mombasa', 'Kisumu', 'Nakuru'], 'Samuel Otiende', 'Grace Wambua'),
  country('Peru', 'Peruvian', 'Lima', ['Arequipa', 'Cusco', 'Trujillo'], 'Ernesto Villalba', 'Rosa Quintanilla'),
  country('Poland', 'Polish', 'Warsaw', ['Krakow', 'Gdansk', 'Lublin'], 'Marek Zawadzki', 'Ewa Borkowska'),
  country('Indonesia', 'Indonesian', 'Jakarta', ['Surabaya', 'Medan', 'Makassar'], 'Budi Hartanto', 'Dewi Lestarini'),
  country('Nigeria', 'Nigerian', 'Abuja', ['Lagos', 'Kano', 'Maiduguri'], 'Chidi Okonjo', 'Amina Bello'),
  country('Chile', 'Chilean', 'Santiago', ['Valparaiso', 'Concepcion', 'Temuco'], 'Andres Larrain', 'Camila Errazuriz'),
  country('Pakistan', 'Pakistani', 'Islamabad', ['Karachi', 'Lahore', 'Quetta'], 'Tariq Jamali', 'Sana Rafiq'),
  country('Greece', 'Greek', 'Athens', ['Thessaloniki', 'Patras', 'Larissa'], 'Nikos Stathakis', 'Eleni Markou'),
]

function country(
  name: string,
  adjective: string,
  capital: string,
  towns: readonly [string, string, string],
  president: string,
  foreignMinister: string,
): Country {
  return { name, adjective, capital, towns, president, foreignMinister }
}

export const PEOPLE: readonly string[] = [
  'Ivo Kestner',
  'Marta Delgado',
  'Peter Lindholm',
  'Yusuf Karaman',
  'Claire Beaumont',
  'Joseph Mbeki',
  'Irina Volkova',
  'Thomas Achterberg',
  'Lucia Ferrante',
  'Hassan Darwish',
  'Anna Novotna',
  'Miguel Sandoval',
  'Farah Siddiqui',
  'Leon Bergstrom',
]
