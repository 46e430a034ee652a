/** Given names as they were given in each generation, and family names heard in France. */
const list = (text: string): readonly string[] => text.trim().split(/[\s,]+/);

type Generation = {
  readonly bornFrom: number;
  /** How many of a hundred adults were born then. */
  readonly share: number;
  readonly women: readonly string[];
  readonly men: readonly string[];
};

const generation = (bornFrom: number, share: number, women: string, men: string): Generation => ({
  bornFrom,
  share,
  women: list(women),
  men: list(men),
});

export const generations: readonly Generation[] = [
  generation(
    1938,
    9,
    'Monique Jacqueline Jeannine Denise Yvette Nicole Colette Ginette Odette Huguette Marie-Thérèse Simone Anne-Marie Odile',
    'Jean Michel André Pierre Roger Claude Jacques René Guy Marcel Robert Yves Raymond Louis',
  ),
  generation(
    1950,
    17,
    'Françoise Martine Catherine Christiane Annie Danielle Mireille Évelyne Josiane Chantal Maryse Annick Marie-Claude Soizic',
    'Alain Bernard Daniel Gérard Philippe Patrick Christian Serge Jean-Pierre Gilles Dominique Joël Hervé Loïc',
  ),
  generation(
    1962,
    18,
    'Sylvie Nathalie Isabelle Véronique Christine Brigitte Valérie Corinne Laurence Pascale Hélène Fabienne Gaëlle Fatima',
    'Thierry Pascal Éric Bruno Laurent Christophe Didier Franck Marc Vincent Ronan Denis Erwan Mohamed',
  ),
  generation(
    1974,
    19,
    'Sandrine Stéphanie Céline Karine Sophie Delphine Séverine Virginie Magali Solenn Carole Claire Nadia Rachida',
    'Stéphane David Frédéric Sébastien Nicolas Olivier Jérôme Arnaud Cyril Yann Fabrice Samuel Karim Rachid',
  ),
  generation(
    1984,
    18,
    'Aurélie Émilie Élodie Julie Laetitia Amélie Audrey Mélanie Marie Maëlle Charlotte Nolwenn Samira Leïla',
    'Julien Guillaume Romain Jérémy Mathieu Cédric Anthony Mickaël Benjamin Gwendal Jonathan Aurélien Mehdi Sofiane',
  ),
  generation(
    1994,
    14,
    'Marine Laura Pauline Manon Marion Anaïs Mathilde Justine Océane Morgane Camille Enora Yasmine Inès',
    'Thomas Alexandre Kévin Quentin Maxime Florian Clément Antoine Valentin Corentin Adrien Malo Yanis Bilal',
  ),
  generation(
    2002,
    5,
    'Léa Emma Chloé Sarah Clara Lucie Jade Louise Zoé Lina Romane Nina Aya Maëlys',
    'Lucas Hugo Enzo Théo Nathan Louis Mathis Rayan Tom Jules Axel Titouan Noah Adam',
  ),
];

export const familyNames: readonly string[] = [
  ...list(`
    Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefebvre Michel
    Garcia David Bertrand Roux Vincent Fournier Morel Girard André Mercier Dupont Lambert Bonnet François
    Martinez Legrand Garnier Faure Rousseau Blanc Guérin Muller Henry Roussel Nicolas Perrin Morin Mathieu
    Clément Gauthier Dumont Lopez Fontaine Chevalier Robin Masson Sanchez Gérard Nguyen Boyer Denis Lemaire
    Duval Joly Gautier Roger Roche Roy Noël Meyer Lucas Meunier Jean Perez Marchand Dufour Blanchard Marie
    Barbier Brun Dumas Brunet Schmitt Leroux Colas Fernandez Pierre Renard Arnaud Rolland Caron Aubert
    Giraud Leclerc Vidal Bourgeois Renaud Lemoine Picard Gaillard Philippe Lacroix Dupuis Olivier Fabre
    Rivière Benoît Hubert Vasseur Charles Bailly Poirier Carpentier Maillard Ottmann Weber Klein Hoffmann
    Guéguen Tanguy Jouve Kervella Hoarau Haddad Benali Diallo Traoré Mendes Ferreira Almeida Rossi Petitjean
    Riou Cadiou Quéré Corre Bihan Jaouen Cariou Kermarrec Morvan Abgrall Prigent Floch Madec Salaün Nédélec
    Armand Belkacem Haddadi Lenoir Pichon Besson Charpentier Chauvin Coulon Delorme Etchegaray Ferrier
  `),
  'Le Gall',
  'Le Goff',
  'Le Bris',
  'Le Roux',
  'Da Costa',
  'De Oliveira',
  'El Amrani',
];

export const companyForms: readonly string[] = [
  'Garage {name}',
  'Cabinet {name}',
  'Boulangerie {name}',
  'Menuiserie {name}',
  '{name} et Fils',
  'Pharmacie {name}',
  'Hôtel {name}',
  'Transports {name}',
  'Imprimerie {name}',
  'Atelier {name}',
  'SARL {name} Bâtiment',
  'Étude {name}',
  'Librairie {name}',
  'Domaine {name}',
];

export const streetNames: readonly string[] = [
  'rue de la République',
  'rue Victor-Hugo',
  'rue Jean-Jaurès',
  'avenue du Général-de-Gaulle',
  'rue des Écoles',
  'place de l’Église',
  'rue du Moulin',
  'rue Pasteur',
  'rue de la Gare',
  'boulevard Gambetta',
  'rue des Lilas',
  'allée des Tilleuls',
  'rue du Port',
  'quai de la Douane',
  'chemin des Vignes',
  'rue Anatole-France',
  'rue du Stade',
  'impasse des Acacias',
  'rue de Verdun',
  'rue Louis-Aragon',
  'cours Lafayette',
  'rue Saint-Michel',
  'rue de Siam',
  'route de Quimper',
  'rue du Château',
  'avenue de la Libération',
  'rue George-Sand',
  'rue des Frères-Lumière',
  'rue Marie-Curie',
  'passage du Lavoir',
];
