/**
 * Communes of metropolitan France: the largest, and the first four of each département.
 * INSEE code, postcode, name, thousands of inhabitants (at least 1). From the Code officiel
 * géographique and La Poste's base, packed by Etalab (Licence ouverte 2.0).
 */
export type Commune = {
  readonly inseeCode: string;
  readonly postcode: string;
  readonly name: string;
  readonly thousands: number;
};

const lines = `
01004|01500|Ambérieu-en-Bugey|16;01033|01200|Valserhône|17;01053|01000|Bourg-en-Bresse|42
01283|01100|Oyonnax|22;02168|02400|Château-Thierry|15;02408|02000|Laon|24
02691|02100|Saint-Quentin|53;02722|02200|Soissons|28;03095|03300|Cusset|13
03185|03100|Montluçon|33;03190|03000|Moulins|19;03310|03200|Vichy|25
04070|04000|Digne-les-Bains|18;04112|04100|Manosque|23;04143|04700|Oraison|6
04209|04200|Sisteron|8;05023|05100|Briançon|11;05046|05200|Embrun|6;05061|05000|Gap|41
05070|05300|Laragne-Montéglin|4;06004|06160|Antibes|78;06027|06800|Cagnes-sur-Mer|53
06029|06150|Cannes|74;06030|06110|Le Cannet|42;06069|06130|Grasse|51;06083|06500|Menton|31
06088|06000|Nice|358;06123|06700|Saint-Laurent-du-Var|32;07010|07100|Annonay|17
07019|07200|Aubenas|12;07102|07500|Guilherand-Granges|11;07324|07300|Tournon-sur-Rhône|11
08105|08000|Charleville-Mézières|46;08190|08600|Givet|6;08362|08300|Rethel|7
08409|08200|Sedan|17;09122|09000|Foix|10;09160|09300|Lavelanet|6;09225|09100|Pamiers|16
09261|09200|Saint-Girons|6;10081|10600|La Chapelle-Saint-Luc|13;10323|10100|Romilly-sur-Seine|15
10333|10120|Saint-André-les-Vergers|13;10387|10000|Troyes|62;11069|11000|Carcassonne|46
11076|11400|Castelnaudary|12;11206|11300|Limoux|11;11262|11100|Narbonne|58;12145|12100|Millau|22
12176|12000|Onet-le-Château|12;12202|12000|Rodez|24;12300|12200|Villefranche-de-Rouergue|11
13001|13080|Aix-en-Provence|150;13004|13104|Arles|52;13005|13400|Aubagne|48
13028|13600|La Ciotat|38;13047|13118|Istres|44;13054|13700|Marignane|34
13055|13001|Marseille|886;13056|13117|Martigues|48;13103|13300|Salon-de-Provence|44
13117|13127|Vitrolles|37;14118|14000|Caen|109;14327|14200|Hérouville-Saint-Clair|23
14366|14100|Lisieux|20;14762|14500|Vire Normandie|17;15012|15130|Arpajon-sur-Cère|6
15014|15000|Aurillac|26;15187|15100|Saint-Flour|6;15267|15000|Ytrac|4;16015|16000|Angoulême|42
16102|16100|Cognac|19;16113|16400|La Couronne|8;16374|16800|Soyaux|10;17299|17300|Rochefort|23
17300|17000|La Rochelle|80;17306|17200|Royan|19;17415|17100|Saintes|25;18033|18000|Bourges|64
18197|18200|Saint-Amand-Montrond|10;18205|18230|Saint-Doulchard|10;18279|18100|Vierzon|25
19031|19100|Brive-la-Gaillarde|47;19123|19360|Malemort|8;19272|19000|Tulle|13
19275|19200|Ussel|9;21054|21200|Beaune|20;21166|21300|Chenôve|14;21231|21000|Dijon|162
21617|21240|Talant|12;22005|22810|Belle-Isle-en-Terre|1;22050|22100|Dinan|15
22093|22400|Lamballe-Armor|17;22113|22300|Lannion|20;22278|22000|Saint-Brieuc|44
23008|23200|Aubusson|3;23096|23000|Guéret|13;23176|23300|La Souterraine|5
23193|23000|Sainte-Feyre|3;24037|24100|Bergerac|27;24053|24330|Boulazac Isle Manoire|11
24322|24000|Périgueux|29;24520|24200|Sarlat-la-Canéda|9;25031|25400|Audincourt|14
25056|25000|Besançon|118;25388|25200|Montbéliard|25;25462|25300|Pontarlier|18
26058|26500|Bourg-lès-Valence|20;26198|26200|Montélimar|41;26281|26100|Romans-sur-Isère|33
26362|26000|Valence|64;27229|27000|Évreux|49;27375|27400|Louviers|19;27681|27200|Vernon|25
27701|27100|Val-de-Reuil|13;28085|28000|Chartres|38;28088|28200|Châteaudun|13
28134|28100|Dreux|32;28218|28110|Lucé|16;29019|29200|Brest|142;29039|29900|Concarneau|21
29046|29100|Douarnenez|14;29103|29800|Landerneau|16;29232|29000|Quimper|64
2A004|20000|Ajaccio|76;2A032|20129|Bastelicaccia|4;2A247|20137|Porto-Vecchio|11
2A249|20110|Propriano|4;2B033|20200|Bastia|47;2B037|20620|Biguglia|8;2B042|20290|Borgo|10
2B096|20250|Corte|8;30007|30100|Alès|46;30028|30200|Bagnols-sur-Cèze|18;30032|30300|Beaucaire|16
30189|30000|Nîmes|152;31069|31700|Blagnac|28;31149|31770|Colomiers|41;31555|31000|Toulouse|515
31557|31170|Tournefeuille|30;32013|32000|Auch|22;32107|32100|Condom|6;32132|32500|Fleurance|6
32160|32600|L'Isle-Jourdain|10;33039|33130|Bègles|32;33063|33000|Bordeaux|268
33281|33700|Mérignac|78;33318|33600|Pessac|67;33449|33160|Saint-Médard-en-Jalles|33
33522|33400|Talence|46;33550|33140|Villenave-d'Ornon|43;34003|34300|Agde|30
34032|34500|Béziers|82;34172|34000|Montpellier|310;34301|34200|Sète|45;35047|35170|Bruz|20
35115|35300|Fougères|20;35238|35000|Rennes|231;35288|35400|Saint-Malo|47;36018|36300|Le Blanc|6
36044|36000|Châteauroux|43;36063|36130|Déols|8;36088|36100|Issoudun|11
37122|37300|Joué-lès-Tours|38;37214|37540|Saint-Cyr-sur-Loire|17
37233|37700|Saint-Pierre-des-Corps|16;37261|37000|Tours|139;38151|38130|Échirolles|37
38185|38000|Grenoble|156;38421|38400|Saint-Martin-d'Hères|38;38544|38200|Vienne|32
39097|39300|Champagnole|8;39198|39100|Dole|24;39300|39000|Lons-le-Saunier|17
39478|39200|Saint-Claude|8;40046|40600|Biscarrosse|16;40088|40100|Dax|22
40192|40000|Mont-de-Marsan|32;40279|40990|Saint-Paul-lès-Dax|14;41018|41000|Blois|47
41194|41200|Romorantin-Lanthenay|18;41269|41100|Vendôme|16;41295|41350|Vineuil|8
42095|42700|Firminy|17;42187|42300|Roanne|35;42207|42400|Saint-Chamond|36
42218|42000|Saint-Étienne|173;43040|43100|Brioude|7;43137|43120|Monistrol-sur-Loire|9
43157|43000|Le Puy-en-Velay|19;43268|43200|Yssingeaux|7;44109|44000|Nantes|328
44143|44400|Rezé|44;44162|44800|Saint-Herblain|51;44184|44600|Saint-Nazaire|75
45147|45400|Fleury-les-Aubrais|22;45232|45160|Olivet|24;45234|45000|Orléans|116
45284|45800|Saint-Jean-de-Braye|23;46042|46000|Cahors|20;46102|46100|Figeac|10
46127|46300|Gourdon|4;46224|46090|Pradines|4;47001|47000|Agen|33;47157|47200|Marmande|17
47310|47400|Tonneins|9;47323|47300|Villeneuve-sur-Lot|22;48080|48300|Langogne|3
48092|48100|Marvejols|5;48095|48000|Mende|12;48140|48200|Saint-Chély-d'Apcher|4
49007|49000|Angers|159;49099|49300|Cholet|54;49301|49230|Sèvremoine|26;49328|49400|Saumur|26
50041|50440|La Hague|11;50129|50100|Cherbourg-en-Cotentin|78;50218|50400|Granville|13
50502|50000|Saint-Lô|19;51108|51000|Châlons-en-Champagne|43;51230|51200|Épernay|22
51454|51100|Reims|178;51649|51300|Vitry-le-François|11;52121|52000|Chaumont|21
52269|52200|Langres|7;52353|52800|Nogent|4;52448|52100|Saint-Dizier|23
53062|53200|Château-Gontier-sur-Mayenne|17;53097|53150|Évron|8;53130|53000|Laval|49
53147|53100|Mayenne|13;54329|54300|Lunéville|18;54395|54000|Nancy|104;54528|54200|Toul|16
54547|54500|Vandœuvre-lès-Nancy|30;55029|55000|Bar-le-Duc|15;55122|55200|Commercy|5
55463|55300|Saint-Mihiel|4;55545|55100|Verdun|17;56098|56600|Lanester|23;56121|56100|Lorient|58
56162|56270|Ploemeur|19;56260|56000|Vannes|56;57227|57600|Forbach|20;57463|57000|Metz|123
57480|57950|Montigny-lès-Metz|22;57672|57100|Thionville|43;58086|58200|Cosne-Cours-sur-Loire|10
58095|58300|Decize|5;58194|58000|Nevers|33;58303|58640|Varennes-Vauzelles|9
59009|59491|Villeneuve-d'Ascq|63;59122|59400|Cambrai|31;59178|59500|Douai|40
59183|59140|Dunkerque|86;59350|59000|Lille|238;59378|59700|Marcq-en-Barœul|40
59512|59100|Roubaix|98;59599|59200|Tourcoing|99;59606|59300|Valenciennes|43
59650|59150|Wattrelos|41;60057|60000|Beauvais|56;60159|60200|Compiègne|41;60175|60100|Creil|36
60463|60180|Nogent-sur-Oise|22;61001|61000|Alençon|25;61006|61200|Argentan|14
61169|61100|Flers|14;61214|61300|L'Aigle|8;62041|62000|Arras|43;62160|62200|Boulogne-sur-Mer|41
62193|62100|Calais|68;62498|62300|Lens|33;63075|63400|Chamalières|18
63113|63000|Clermont-Ferrand|146;63124|63800|Cournon-d'Auvergne|20;63300|63200|Riom|19
64024|64600|Anglet|43;64102|64100|Bayonne|54;64122|64200|Biarritz|26;64445|64000|Pau|80
65047|65800|Aureilhan|8;65059|65200|Bagnères-de-Bigorre|7;65286|65100|Lourdes|13
65440|65000|Tarbes|44;66037|66140|Canet-en-Roussillon|13;66136|66000|Perpignan|122
66171|66750|Saint-Cyprien|12;66172|66240|Saint-Estève|12;67180|67500|Haguenau|36
67218|67400|Illkirch-Graffenstaden|28;67447|67300|Schiltigheim|35;67482|67000|Strasbourg|294
68066|68000|Colmar|67;68224|68100|Mulhouse|105;68297|68300|Saint-Louis|23
68376|68270|Wittenheim|16;69029|69500|Bron|43;69034|69300|Caluire-et-Cuire|44
69123|69001|Lyon|519;69149|69310|Oullins-Pierre-Bénite|38;69256|69120|Vaulx-en-Velin|53
69259|69200|Vénissieux|66;69264|69400|Villefranche-sur-Saône|36;69266|69100|Villeurbanne|164
69282|69330|Meyzieu|37;69286|69140|Rillieux-la-Pape|31;69290|69800|Saint-Priest|49
70285|70400|Héricourt|11;70310|70200|Lure|8;70311|70300|Luxeuil-les-Bains|7
70550|70000|Vesoul|15;71076|71100|Chalon-sur-Saône|45;71153|71200|Le Creusot|21
71270|71000|Mâcon|35;71306|71300|Montceau-les-Mines|17;72003|72700|Allonnes|11
72154|72200|La Flèche|15;72181|72000|Le Mans|146;72264|72300|Sablé-sur-Sarthe|12
73008|73100|Aix-les-Bains|32;73011|73200|Albertville|20;73065|73000|Chambéry|60
73179|73290|La Motte-Servolex|12;74010|74000|Annecy|132;74012|74100|Annemasse|38
74081|74300|Cluses|18;74281|74200|Thonon-les-Bains|38;75056|75001|Paris|2104
76351|76600|Le Havre|167;76540|76000|Rouen|118;76575|76800|Saint-Étienne-du-Rouvray|30
76681|76300|Sotteville-lès-Rouen|29;77108|77500|Chelles|55;77284|77100|Meaux|57
77288|77000|Melun|46;77373|77340|Pontault-Combault|39;77445|77176|Savigny-le-Temple|31
78158|78150|Le Chesnay-Rocquencourt|31;78172|78700|Conflans-Sainte-Honorine|37
78311|78800|Houilles|34;78361|78200|Mantes-la-Jolie|44;78423|78180|Montigny-le-Bretonneux|32
78440|78130|Les Mureaux|35;78490|78370|Plaisir|32;78498|78300|Poissy|41
78551|78100|Saint-Germain-en-Laye|46;78586|78500|Sartrouville|53;78621|78190|Trappes|35
78646|78000|Versailles|84;79049|79300|Bressuire|20;79191|79000|Niort|60;79202|79200|Parthenay|10
79329|79100|Thouars|14;80001|80100|Abbeville|22;80016|80300|Albert|10;80021|80000|Amiens|136
80620|80200|Péronne|7;81004|81000|Albi|51;81065|81100|Castres|43;81099|81600|Gaillac|16
81105|81300|Graulhet|13;82033|82100|Castelsarrasin|14;82037|82300|Caussade|7
82112|82200|Moissac|13;82121|82000|Montauban|63;83050|83300|Draguignan|41;83061|83370|Fréjus|60
83069|83400|Hyères|56;83118|83530|Saint-Raphaël|37;83126|83500|La Seyne-sur-Mer|64
83129|83140|Six-Fours-les-Plages|37;83137|83000|Toulon|179;84007|84000|Avignon|92
84031|84200|Carpentras|32;84035|84300|Cavaillon|26;84087|84100|Orange|30;85047|85300|Challans|23
85146|85600|Montaigu-Vendée|21;85191|85000|La Roche-sur-Yon|55
85194|85100|Les Sables-d'Olonne|50;86041|86180|Buxerolles|10;86066|86100|Châtellerault|31
86115|86130|Jaunay-Marigny|8;86194|86000|Poitiers|90;87050|87270|Couzeix|10
87085|87000|Limoges|130;87114|87350|Panazol|11;87154|87200|Saint-Junien|11;88160|88000|Épinal|32
88209|88190|Golbey|9;88413|88100|Saint-Dié-des-Vosges|19;88465|88150|Thaon-les-Vosges|9
89024|89000|Auxerre|35;89206|89300|Joigny|9;89257|89400|Migennes|7;89387|89100|Sens|27
90009|90500|Beaucourt|5;90010|90000|Belfort|46;90033|90100|Delle|6;90099|90300|Valdoie|5
91027|91200|Athis-Mons|37;91174|91100|Corbeil-Essonnes|54;91228|91000|Évry-Courcouronnes|67
91377|91300|Massy|52;91477|91120|Palaiseau|37;91521|91130|Ris-Orangis|31
91549|91700|Sainte-Geneviève-des-Bois|35;91589|91600|Savigny-sur-Orge|38
91657|91270|Vigneux-sur-Seine|31;91687|91170|Viry-Châtillon|31;92002|92160|Antony|64
92004|92600|Asnières-sur-Seine|94;92007|92220|Bagneux|45;92012|92100|Boulogne-Billancourt|119
92019|92290|Châtenay-Malabry|36;92020|92320|Châtillon|37;92023|92140|Clamart|59
92024|92110|Clichy|64;92025|92700|Colombes|91;92026|92400|Courbevoie|83
92036|92230|Gennevilliers|51;92040|92130|Issy-les-Moulineaux|68;92044|92300|Levallois-Perret|68
92048|92190|Meudon|46;92049|92120|Montrouge|46;92050|92000|Nanterre|98
92051|92200|Neuilly-sur-Seine|60;92062|92800|Puteaux|44;92063|92500|Rueil-Malmaison|83
92073|92150|Suresnes|49;93001|93300|Aubervilliers|88;93005|93600|Aulnay-sous-Bois|88
93006|93170|Bagnolet|43;93007|93150|Le Blanc-Mesnil|62;93008|93000|Bobigny|57
93010|93140|Bondy|51;93027|93120|La Courneuve|47;93029|93700|Drancy|72
93031|93800|Épinay-sur-Seine|53;93032|93220|Gagny|42;93046|93190|Livry-Gargan|47
93048|93100|Montreuil|112;93050|93330|Neuilly-sur-Marne|40;93051|93160|Noisy-le-Grand|73
93053|93130|Noisy-le-Sec|46;93055|93500|Pantin|62;93063|93230|Romainville|37
93064|93110|Rosny-sous-Bois|47;93066|93200|Saint-Denis|149;93070|93400|Saint-Ouen-sur-Seine|54
93071|93270|Sevran|53;93072|93240|Stains|41;93073|93290|Tremblay-en-France|38
93078|93420|Villepinte|41;94002|94140|Alfortville|46;94016|94230|Cachan|31
94017|94500|Champigny-sur-Marne|78;94022|94600|Choisy-le-Roi|46;94028|94000|Créteil|93
94033|94120|Fontenay-sous-Bois|54;94038|94240|L'Haÿ-les-Roses|31;94041|94200|Ivry-sur-Seine|65
94046|94700|Maisons-Alfort|57;94052|94130|Nogent-sur-Marne|32
94058|94170|Le Perreux-sur-Marne|35;94068|94100|Saint-Maur-des-Fossés|77;94073|94320|Thiais|33
94076|94800|Villejuif|60;94078|94190|Villeneuve-Saint-Georges|36
94079|94350|Villiers-sur-Marne|33;94080|94300|Vincennes|48;94081|94400|Vitry-sur-Seine|94
95018|95100|Argenteuil|106;95063|95870|Bezons|36;95127|95000|Cergy|71
95252|95130|Franconville|38;95268|95140|Garges-lès-Gonesse|42;95280|95190|Goussainville|31
95306|95220|Herblay-sur-Seine|32;95500|95000|Pontoise|32;95585|95200|Sarcelles|59
`;

export const communes: readonly Commune[] = lines
  .trim()
  .split(/[;\n]/)
  .map((line) => {
    const [inseeCode = '', postcode = '', name = '', thousands = '1'] = line.split('|');
    return { inseeCode, postcode, name, thousands: Number(thousands) };
  });
