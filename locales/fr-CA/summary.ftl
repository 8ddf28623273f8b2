# Le résumé pour une personne qui conseille.

door-summary = Résumé pour la personne qui vous conseille
door-summary-text = Prénoms, étapes et dates, à imprimer ou à enregistrer.
summary-heading = Résumé pour la personne qui vous conseille
summary-lead = Donnez-le à la personne qui vous conseille, consultante, avocat ou proche, au lieu de votre mot de passe.
summary-shows = Il montre les prénoms, les étapes, où elles en sont, et les dates.
summary-never = Il ne montre jamais les noms de famille, les numéros, les adresses, les photos ni les messages.
summary-representative = Cette personne ne peut jamais ouvrir une session à votre place ni déclarer votre présence.
summary-title = Confirmation de la résidence permanente : où elle en est
summary-about = Résumé pour une personne qui conseille, fait par la personne concernée. Ce n’est pas un document officiel et il ne prouve rien.
summary-resident = Résidence permanente depuis le { $day }
summary-step = Étape
summary-status = Où elle en est
summary-day = Date
summary-problem = Demande l’attention de la personne concernée
