/**
 * Heads of state and of government and heads of international bodies whom news calls by the surname alone, without
 * ever giving the full name: full name | country or body | m/f | what they are called | office | years in it.
 *
 * Own table, from common knowledge of world news since about 1980; it is consulted only for a name that the text
 * itself does not spell out. Years are calendar years, an open end is still so in November 2026 or not known to have
 * ended. Two people with one surname are told apart by the year of publication.
 */
export const FIGURE_TABLE = `
Joe Biden|US|m|Biden|president|2021-2025
Donald Trump|US|m|Trump|president|2017-2021,2025-
Barack Obama|US|m|Obama|president|2009-2017
George W. Bush|US|m|Bush|president|2001-2009
Bill Clinton|US|m|Clinton|president|1993-2001
George H. W. Bush|US|m|Bush|president|1989-1993
Ronald Reagan|US|m|Reagan|president|1981-1989
Jimmy Carter|US|m|Carter|president|1977-1981
Kamala Harris|US|f|Harris|vice president|2021-2025
Dick Cheney|US|m|Cheney|vice president|2001-2009
Mike Pence|US|m|Pence|vice president|2017-2021
JD Vance|US|m|Vance|vice president|2025-
Hillary Clinton|US|f|Clinton|secretary of state|2009-2013
Antony Blinken|US|m|Blinken|secretary of state|2021-2025
Mike Pompeo|US|m|Pompeo|secretary of state|2018-2021
Colin Powell|US|m|Powell|secretary of state|2001-2005
Condoleezza Rice|US|f|Rice|secretary of state|2005-2009
Marco Rubio|US|m|Rubio|secretary of state|2025-
Donald Rumsfeld|US|m|Rumsfeld|defense secretary|2001-2006
Nancy Pelosi|US|f|Pelosi|speaker|2007-2011,2019-2023
Keir Starmer|GB|m|Starmer|prime minister|2024-
Rishi Sunak|GB|m|Sunak|prime minister|2022-2024
Liz Truss|GB|f|Truss|prime minister|2022
Boris Johnson|GB|m|Johnson|prime minister|2019-2022
Theresa May|GB|f||prime minister|2016-2019
David Cameron|GB|m|Cameron|prime minister|2010-2016
Gordon Brown|GB|m|Brown|prime minister|2007-2010
Tony Blair|GB|m|Blair|prime minister|1997-2007
Margaret Thatcher|GB|f|Thatcher|prime minister|1979-1990
Emmanuel Macron|FR|m|Macron|president|2017-
François Hollande|FR|m|Hollande|president|2012-2017
Nicolas Sarkozy|FR|m|Sarkozy|president|2007-2012
Jacques Chirac|FR|m|Chirac|president|1995-2007
François Mitterrand|FR|m|Mitterrand|president|1981-1995
Marine Le Pen|FR|f|Le Pen|party leader|2011-
Friedrich Merz|DE|m|Merz|chancellor|2025-
Olaf Scholz|DE|m|Scholz|chancellor|2021-2025
Angela Merkel|DE|f|Merkel|chancellor|2005-2021
Gerhard Schröder|DE|m|Schröder;Schroeder|chancellor|1998-2005
Helmut Kohl|DE|m|Kohl|chancellor|1982-1998
Giorgia Meloni|IT|f|Meloni|prime minister|2022-
Mario Draghi|IT|m|Draghi|prime minister|2021-2022
Matteo Renzi|IT|m|Renzi|prime minister|2014-2016
Silvio Berlusconi|IT|m|Berlusconi|prime minister|1994-1995,2001-2006,2008-2011
Romano Prodi|IT|m|Prodi|prime minister|1996-1998,2006-2008
Pedro Sánchez|ES|m||prime minister|2018-
Mariano Rajoy|ES|m|Rajoy|prime minister|2011-2018
José Luis Rodríguez Zapatero|ES|m|Zapatero|prime minister|2004-2011
José María Aznar|ES|m|Aznar|prime minister|1996-2004
Kyriakos Mitsotakis|GR|m|Mitsotakis|prime minister|2019-
Alexis Tsipras|GR|m|Tsipras|prime minister|2015-2019
Antonis Samaras|GR|m|Samaras|prime minister|2012-2015
George Papandreou|GR|m|Papandreou|prime minister|2009-2011
Costas Karamanlis|GR|m|Karamanlis|prime minister|2004-2009
Viktor Orbán|HU|m|Orbán;Orban|prime minister|1998-2002,2010-
Donald Tusk|PL|m|Tusk|prime minister|2007-2014,2023-
Jarosław Kaczyński|PL|m|Kaczyński;Kaczynski|party leader|2003-
Lech Wałęsa|PL|m|Wałęsa;Walesa|president|1990-1995
Václav Havel|CZ|m|Havel|president|1989-2003
Robert Fico|SK|m|Fico|prime minister|2006-2010,2012-2018,2023-
Mark Rutte|NL|m|Rutte|prime minister|2010-2024
Sauli Niinistö|FI|m|Niinistö|president|2012-2024
Jens Stoltenberg|NO|m|Stoltenberg|secretary general|2014-2024
Aleksandar Vučić|RS|m|Vučić;Vucic|president|2017-
Slobodan Milošević|RS|m|Milošević;Milosevic|president|1989-2000
Radovan Karadžić|BA|m|Karadžić;Karadzic|president|1992-1996
Ratko Mladić|BA|m|Mladić;Mladic|general|1992-1996
Hashim Thaçi|XK|m|Thaçi;Thaci|president|2016-2020
Edi Rama|AL|m|Rama|prime minister|2013-
Vladimir Putin|RU|m|Putin|president|2000-2008,2012-
Dmitry Medvedev|RU|m|Medvedev|president|2008-2012
Boris Yeltsin|RU|m|Yeltsin|president|1991-1999
Mikhail Gorbachev|SU|m|Gorbachev|president|1985-1991
Leonid Brezhnev|SU|m|Brezhnev|leader|1964-1982
Joseph Stalin|SU|m|Stalin|leader|1924-1953
Vladimir Lenin|SU|m|Lenin|leader|1917-1924
Nikita Khrushchev|SU|m|Khrushchev|leader|1953-1964
Sergei Lavrov|RU|m|Lavrov|foreign minister|2004-
Sergei Shoigu|RU|m|Shoigu|defence minister|2012-2024
Alexei Navalny|RU|m|Navalny|opposition leader|2011-2024
Yevgeny Prigozhin|RU|m|Prigozhin|commander|2014-2023
Dmitry Peskov|RU|m|Peskov|spokesman|2012-
Ramzan Kadyrov|RU|m|Kadyrov|leader|2007-
Volodymyr Zelenskyy|UA|m|Zelenskyy;Zelensky;Zelenskiy|president|2019-
Petro Poroshenko|UA|m|Poroshenko|president|2014-2019
Viktor Yanukovych|UA|m|Yanukovych|president|2010-2014
Viktor Yushchenko|UA|m|Yushchenko|president|2005-2010
Yulia Tymoshenko|UA|f|Tymoshenko|prime minister|2005,2007-2010
Leonid Kuchma|UA|m|Kuchma|president|1994-2005
Alexander Lukashenko|BY|m|Lukashenko|president|1994-
Sviatlana Tsikhanouskaya|BY|f|Tsikhanouskaya;Tikhanovskaya|opposition leader|2020-
Mikheil Saakashvili|GE|m|Saakashvili|president|2004-2013
Eduard Shevardnadze|GE|m|Shevardnadze|president|1992-2003
Bidzina Ivanishvili|GE|m|Ivanishvili|prime minister|2012-2013
Nikol Pashinyan|AM|m|Pashinyan|prime minister|2018-
Serzh Sargsyan|AM|m|Sargsyan|president|2008-2018
Ilham Aliyev|AZ|m|Aliyev|president|2003-
Nursultan Nazarbayev|KZ|m|Nazarbayev|president|1991-2019
Kassym-Jomart Tokayev|KZ|m|Tokayev|president|2019-
Sadyr Japarov|KG|m|Japarov|president|2021-
Kurmanbek Bakiyev|KG|m|Bakiyev|president|2005-2010
Islam Karimov|UZ|m|Karimov|president|1991-2016
Shavkat Mirziyoyev|UZ|m|Mirziyoyev|president|2016-
Emomali Rahmon|TJ|m|Rahmon|president|1994-
Gurbanguly Berdymukhamedov|TM|m|Berdymukhamedov;Berdimuhamedov|president|2006-2022
Saparmurat Niyazov|TM|m|Niyazov|president|1991-2006
Recep Tayyip Erdoğan|TR|m|Erdoğan;Erdogan|president|2003-
Ekrem İmamoğlu|TR|m|İmamoğlu;Imamoglu|mayor|2019-
Abdullah Öcalan|TR|m|Öcalan;Ocalan|leader|1978-
Fethullah Gülen|TR|m|Gülen;Gulen|cleric|1970-2024
Benjamin Netanyahu|IL|m|Netanyahu|prime minister|1996-1999,2009-2021,2022-
Naftali Bennett|IL|m|Bennett|prime minister|2021-2022
Ehud Olmert|IL|m|Olmert|prime minister|2006-2009
Ariel Sharon|IL|m|Sharon|prime minister|2001-2006
Ehud Barak|IL|m|Barak|prime minister|1999-2001
Shimon Peres|IL|m|Peres|president|1984-2014
Yitzhak Rabin|IL|m|Rabin|prime minister|1974-1977,1992-1995
Yitzhak Shamir|IL|m|Shamir|prime minister|1983-1984,1986-1992
Yasser Arafat|PS|m|Arafat|president|1969-2004
Mahmoud Abbas|PS|m|Abbas|president|2005-
Ismail Haniyeh|PS|m|Haniyeh;Haniya|leader|2006-2024
Yahya Sinwar|PS|m|Sinwar|leader|2017-2024
Khaled Meshaal|PS|m|Meshaal;Mashaal|leader|1996-2017
Hassan Nasrallah|LB|m|Nasrallah|leader|1992-2024
Rafik Hariri|LB|m|Hariri|prime minister|1992-1998,2000-2004
Saad Hariri|LB|m|Hariri|prime minister|2009-2011,2016-2020
Bashar al-Assad|SY|m|Assad;al-Assad|president|2000-2024
Hafez al-Assad|SY|m|Assad;al-Assad|president|1971-2000
Ahmed al-Sharaa|SY|m|al-Sharaa|president|2025-
Saddam Hussein|IQ|m|Saddam|president|1979-2003
Nouri al-Maliki|IQ|m|Maliki;al-Maliki|prime minister|2006-2014
Haider al-Abadi|IQ|m|Abadi;al-Abadi|prime minister|2014-2018
Muqtada al-Sadr|IQ|m|Sadr;al-Sadr|cleric|2003-
Ali Khamenei|IR|m|Khamenei|supreme leader|1989-2026
Ruhollah Khomeini|IR|m|Khomeini|supreme leader|1979-1989
Masoud Pezeshkian|IR|m|Pezeshkian|president|2024-
Ebrahim Raisi|IR|m|Raisi|president|2021-2024
Hassan Rouhani|IR|m|Rouhani|president|2013-2021
Mahmoud Ahmadinejad|IR|m|Ahmadinejad|president|2005-2013
Mohammad Khatami|IR|m|Khatami|president|1997-2005
Akbar Hashemi Rafsanjani|IR|m|Rafsanjani|president|1989-1997
Mohammad Javad Zarif|IR|m|Zarif|foreign minister|2013-2021
Qassem Soleimani|IR|m|Soleimani|general|1998-2020
Ali Abdullah Saleh|YE|m|Saleh|president|1978-2012
Mohammed bin Salman|SA|m|MBS|crown prince|2017-
Jamal Khashoggi|SA|m|Khashoggi|journalist|1985-2018
Hamid Karzai|AF|m|Karzai|president|2001-2014
Ashraf Ghani|AF|m|Ghani|president|2014-2021
Osama bin Laden|SA|m|bin Laden;Bin Laden|leader|1988-2011
Ayman al-Zawahiri|EG|m|Zawahiri;al-Zawahiri|leader|2011-2022
Abu Bakr al-Baghdadi|IQ|m|Baghdadi;al-Baghdadi|leader|2010-2019
Imran Khan|PK|m||prime minister|2018-2022
Pervez Musharraf|PK|m|Musharraf|president|1999-2008
Benazir Bhutto|PK|f|Bhutto|prime minister|1988-1990,1993-1996
Asif Ali Zardari|PK|m|Zardari|president|2008-2013,2024-
Narendra Modi|IN|m|Modi|prime minister|2014-
Manmohan Singh|IN|m||prime minister|2004-2014
Atal Bihari Vajpayee|IN|m|Vajpayee|prime minister|1998-2004
Mahinda Rajapaksa|LK|m|Rajapaksa|president|2005-2015
Gotabaya Rajapaksa|LK|m|Rajapaksa|president|2019-2022
Sheikh Hasina|BD|f|Hasina|prime minister|1996-2001,2009-2024
Muhammad Yunus|BD|m|Yunus|chief adviser|2024-
Aung San Suu Kyi|MM|f|Suu Kyi|state counsellor|1988-
Min Aung Hlaing|MM|m|Min Aung Hlaing|general|2011-
Xi Jinping|CN|m|Xi|president|2012-
Hu Jintao|CN|m|Hu|president|2002-2012
Jiang Zemin|CN|m|Jiang|president|1989-2002
Wen Jiabao|CN|m|Wen|premier|2003-2013
Li Keqiang|CN|m||premier|2013-2023
Deng Xiaoping|CN|m|Deng|leader|1978-1992
Mao Zedong|CN|m|Mao|leader|1949-1976
Tsai Ing-wen|TW|f|Tsai|president|2016-2024
Chen Shui-bian|TW|m||president|2000-2008
Ma Ying-jeou|TW|m||president|2008-2016
Lai Ching-te|TW|m|Lai|president|2024-
Shinzo Abe|JP|m|Abe|prime minister|2006-2007,2012-2020
Fumio Kishida|JP|m|Kishida|prime minister|2021-2024
Yoshihide Suga|JP|m|Suga|prime minister|2020-2021
Junichiro Koizumi|JP|m|Koizumi|prime minister|2001-2006
Kim Jong-un|KP|m||supreme leader|2011-
Kim Jong-il|KP|m||supreme leader|1994-2011
Yoon Suk-yeol|KR|m|Yoon|president|2022-2025
Moon Jae-in|KR|m|Moon|president|2017-2022
Park Geun-hye|KR|f|Park|president|2013-2017
Roh Moo-hyun|KR|m|Roh|president|2003-2008
Ferdinand Marcos|PH|m|Marcos|president|1965-1986
Ferdinand Marcos Jr|PH|m|Marcos|president|2022-
Rodrigo Duterte|PH|m|Duterte|president|2016-2022
Corazon Aquino|PH|f|Aquino|president|1986-1992
Benigno Aquino|PH|m|Aquino|president|2010-2016
Gloria Macapagal Arroyo|PH|f|Arroyo|president|2001-2010
Joseph Estrada|PH|m|Estrada|president|1998-2001
Joko Widodo|ID|m|Widodo;Jokowi|president|2014-2024
Prabowo Subianto|ID|m|Prabowo|president|2024-
Susilo Bambang Yudhoyono|ID|m|Yudhoyono|president|2004-2014
Suharto|ID|m|Suharto|president|1967-1998
Sukarno|ID|m|Sukarno|president|1945-1967
Anwar Ibrahim|MY|m|Anwar|prime minister|2022-
Mahathir Mohamad|MY|m|Mahathir|prime minister|1981-2003,2018-2020
Najib Razak|MY|m|Najib|prime minister|2009-2018
Thaksin Shinawatra|TH|m|Thaksin|prime minister|2001-2006
Yingluck Shinawatra|TH|f|Yingluck|prime minister|2011-2014
Prayut Chan-o-cha|TH|m|Prayut;Prayuth|prime minister|2014-2023
Hun Sen|KH|m|Hun Sen|prime minister|1985-2023
Pol Pot|KH|m|Pol Pot|leader|1975-1979
Anthony Albanese|AU|m|Albanese|prime minister|2022-
Scott Morrison|AU|m|Morrison|prime minister|2018-2022
Kevin Rudd|AU|m|Rudd|prime minister|2007-2010,2013
Julia Gillard|AU|f|Gillard|prime minister|2010-2013
Jacinda Ardern|NZ|f|Ardern|prime minister|2017-2023
Justin Trudeau|CA|m|Trudeau|prime minister|2015-2025
Mark Carney|CA|m|Carney|prime minister|2025-
Stephen Harper|CA|m|Harper|prime minister|2006-2015
Andrés Manuel López Obrador|MX|m|López Obrador;Lopez Obrador|president|2018-2024
Claudia Sheinbaum|MX|f|Sheinbaum|president|2024-
Enrique Peña Nieto|MX|m|Peña Nieto;Pena Nieto|president|2012-2018
Felipe Calderón|MX|m|Calderón;Calderon|president|2006-2012
Vicente Fox|MX|m||president|2000-2006
Fidel Castro|CU|m|Castro;Fidel|president|1959-2008
Raúl Castro|CU|m|Castro|president|2008-2018
Miguel Díaz-Canel|CU|m|Díaz-Canel;Diaz-Canel|president|2018-
Daniel Ortega|NI|m|Ortega|president|1979-1990,2007-
Violeta Chamorro|NI|f|Chamorro|president|1990-1997
Anastasio Somoza|NI|m|Somoza|president|1967-1979
Nayib Bukele|SV|m|Bukele|president|2019-
Alfredo Cristiani|SV|m|Cristiani|president|1989-1994
José Napoleón Duarte|SV|m|Duarte|president|1980-1989
Roberto D'Aubuisson|SV|m|D'Aubuisson|party leader|1981-1992
Manuel Zelaya|HN|m|Zelaya|president|2006-2009
Manuel Noriega|PA|m|Noriega|general|1983-1989
Jean-Bertrand Aristide|HT|m|Aristide|president|1991-2004
Jovenel Moïse|HT|m|Moïse;Moise|president|2017-2021
Nicolás Maduro|VE|m|Maduro|president|2013-2026
Hugo Chávez|VE|m|Chávez;Chavez|president|1999-2013
Juan Guaidó|VE|m|Guaidó;Guaido|opposition leader|2019-2023
María Corina Machado|VE|f|Machado|opposition leader|2012-
Gustavo Petro|CO|m|Petro|president|2022-
Iván Duque|CO|m|Duque|president|2018-2022
Juan Manuel Santos|CO|m|Santos|president|2010-2018
Álvaro Uribe|CO|m|Uribe|president|2002-2010
Virgilio Barco|CO|m|Barco|president|1986-1990
Pablo Escobar|CO|m|Escobar|drug lord|1980-1993
Alberto Fujimori|PE|m|Fujimori|president|1990-2000
Pedro Castillo|PE|m|Castillo|president|2021-2022
Dina Boluarte|PE|f|Boluarte|president|2022-2025
Alan García|PE|m||president|1985-1990,2006-2011
Evo Morales|BO|m|Morales|president|2006-2019
Rafael Correa|EC|m|Correa|president|2007-2017
Lenín Moreno|EC|m||president|2017-2021
Daniel Noboa|EC|m|Noboa|president|2023-
Luiz Inácio Lula da Silva|BR|m|Lula|president|2003-2010,2023-
Jair Bolsonaro|BR|m|Bolsonaro|president|2019-2022
Dilma Rousseff|BR|f|Rousseff|president|2011-2016
Michel Temer|BR|m|Temer|president|2016-2018
Javier Milei|AR|m|Milei|president|2023-
Mauricio Macri|AR|m|Macri|president|2015-2019
Cristina Fernández de Kirchner|AR|f|Kirchner|president|2007-2015
Gabriel Boric|CL|m|Boric|president|2022-2026
Sebastián Piñera|CL|m|Piñera;Pinera|president|2010-2014,2018-2022
Michelle Bachelet|CL|f|Bachelet|president|2006-2010,2014-2018
Augusto Pinochet|CL|m|Pinochet|president|1973-1990
Abdel Fattah el-Sisi|EG|m|Sisi;el-Sisi;al-Sisi|president|2014-
Mohamed Morsi|EG|m|Morsi;Mursi|president|2012-2013
Hosni Mubarak|EG|m|Mubarak|president|1981-2011
Anwar Sadat|EG|m|Sadat|president|1970-1981
Muammar Gaddafi|LY|m|Gaddafi;Gadhafi;Qaddafi;Kadhafi|leader|1969-2011
Khalifa Haftar|LY|m|Haftar;Hifter|general|2014-
Zine El Abidine Ben Ali|TN|m|Ben Ali|president|1987-2011
Kais Saied|TN|m|Saied|president|2019-
Abdelaziz Bouteflika|DZ|m|Bouteflika|president|1999-2019
Omar al-Bashir|SD|m|Bashir;al-Bashir|president|1989-2019
Abdel Fattah al-Burhan|SD|m|Burhan;al-Burhan|general|2019-
Salva Kiir|SS|m|Kiir|president|2011-
Riek Machar|SS|m|Machar|vice president|2011-
Abiy Ahmed|ET|m|Abiy|prime minister|2018-
Meles Zenawi|ET|m|Meles|prime minister|1991-2012
Isaias Afwerki|ER|m|Isaias|president|1993-
William Ruto|KE|m|Ruto|president|2022-
Uhuru Kenyatta|KE|m|Kenyatta|president|2013-2022
Raila Odinga|KE|m|Odinga|opposition leader|2005-2025
Mwai Kibaki|KE|m|Kibaki|president|2002-2013
Daniel arap Moi|KE|m|Moi|president|1978-2002
Yoweri Museveni|UG|m|Museveni|president|1986-
Idi Amin|UG|m|Idi Amin|president|1971-1979
Paul Kagame|RW|m|Kagame|president|2000-
Félix Tshisekedi|CD|m|Tshisekedi|president|2019-
Joseph Kabila|CD|m|Kabila|president|2001-2019
Mobutu Sese Seko|CD|m|Mobutu|president|1965-1997
Muhammadu Buhari|NG|m|Buhari|president|2015-2023
Goodluck Jonathan|NG|m||president|2010-2015
Olusegun Obasanjo|NG|m|Obasanjo|president|1999-2007
Bola Tinubu|NG|m|Tinubu|president|2023-
Charles Taylor|LR|m||president|1997-2003
Ellen Johnson Sirleaf|LR|f|Sirleaf|president|2006-2018
Laurent Gbagbo|CI|m|Gbagbo|president|2000-2011
Alassane Ouattara|CI|m|Ouattara|president|2011-
Macky Sall|SN|m|Sall|president|2012-2024
Paul Biya|CM|m|Biya|president|1982-
Assimi Goïta|ML|m|Goïta;Goita|president|2021-
Ibrahim Traoré|BF|m|Traoré;Traore|president|2022-
Robert Mugabe|ZW|m|Mugabe|president|1980-2017
Emmerson Mnangagwa|ZW|m|Mnangagwa|president|2017-
Morgan Tsvangirai|ZW|m|Tsvangirai|opposition leader|1999-2018
Nelson Mandela|ZA|m|Mandela|president|1994-1999
Thabo Mbeki|ZA|m|Mbeki|president|1999-2008
Jacob Zuma|ZA|m|Zuma|president|2009-2018
Cyril Ramaphosa|ZA|m|Ramaphosa|president|2018-
F. W. de Klerk|ZA|m|de Klerk;De Klerk|president|1989-1994
Jonas Savimbi|AO|m|Savimbi|leader|1966-2002
António Guterres|un|m|Guterres|secretary-general|2017-
Ban Ki-moon|un|m||secretary-general|2007-2016
Kofi Annan|un|m|Annan|secretary-general|1997-2006
Boutros Boutros-Ghali|un|m|Boutros-Ghali|secretary-general|1992-1996
Javier Pérez de Cuéllar|un|m|Pérez de Cuéllar;Perez de Cuellar|secretary-general|1982-1991
Ursula von der Leyen|european-commission|f|von der Leyen;Von der Leyen|president|2019-
Jean-Claude Juncker|european-commission|m|Juncker|president|2014-2019
José Manuel Barroso|european-commission|m|Barroso|president|2004-2014
Charles Michel|european-council|m||president|2019-2024
Josep Borrell|eu|m|Borrell|high representative|2019-2024
Federica Mogherini|eu|f|Mogherini|high representative|2014-2019
Kaja Kallas|eu|f|Kallas|high representative|2024-
Javier Solana|eu|m|Solana|high representative|1999-2009
Christine Lagarde|imf|f|Lagarde|managing director|2011-2019
Kristalina Georgieva|imf|f|Georgieva|managing director|2019-
Tedros Adhanom Ghebreyesus|who|m|Tedros|director-general|2017-
Pope Francis|VA|m||pope|2013-2025
Julian Assange|AU|m|Assange|founder|2006-
Edward Snowden|US|m|Snowden|contractor|2013-
Elon Musk|US|m|Musk|chief executive|2008-
Adolf Hitler|DE|m|Hitler|chancellor|1933-1945
`
